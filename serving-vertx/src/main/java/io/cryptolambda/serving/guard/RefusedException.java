package io.cryptolambda.serving.guard;

/** A request that is not served now, or not to this client. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int retryAfterSeconds;

    RefusedException(int status, String message, int retryAfterSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** There is no more room for what was asked for: 503. */
    public static RefusedException full(String message, int retryAfterSeconds) {
        return new RefusedException(503, message, retryAfterSeconds);
    }

    /** HTTP status: 401, 429 or 503. */
    public int status() {
        return status;
    }

    /** When to try again; 0 if that is of no use. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
