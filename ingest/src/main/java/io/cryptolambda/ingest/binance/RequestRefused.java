package io.cryptolambda.ingest.binance;

/** The exchange refused a request for what it asks: asking again would not help. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestRefused(String path, int status, String body) {
        super(path + " refused with " + status + ": " + body);
    }
}
