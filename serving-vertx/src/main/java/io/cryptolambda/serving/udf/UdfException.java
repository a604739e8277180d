package io.cryptolambda.serving.udf;

/** A request that the protocol cannot answer; the message is for the chart. */
final class UdfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UdfException(String message) {
        super(message, null, false, false);
    }
}
