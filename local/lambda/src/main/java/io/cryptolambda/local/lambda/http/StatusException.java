package io.cryptolambda.local.lambda.http;

import java.io.IOException;

/** An answer other than 2xx. */
public final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    StatusException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
