package io.cryptolambda.serving.view;

/** The view cannot be read in full at the moment; the message says why, for the log. Worth asking again. */
public final class ViewUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a cause: the store answered, but not in full. */
    public ViewUnavailableException(String message) {
        super(message);
    }

    /** The store could not be asked. */
    public ViewUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
