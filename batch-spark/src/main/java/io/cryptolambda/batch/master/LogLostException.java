package io.cryptolambda.batch.master;

/** Records that the master dataset needs next are no longer in the log, or never were in this one. */
public final class LogLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogLostException(String message) {
        super(message);
    }
}
