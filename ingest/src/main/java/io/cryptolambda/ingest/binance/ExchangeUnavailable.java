package io.cryptolambda.ingest.binance;

/** The exchange gave no usable answer as often as it was asked; later it may. */
public final class ExchangeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExchangeUnavailable(String path, int attempts, String reason) {
        super(path + ": no usable answer in " + attempts + " attempts: " + reason);
    }
}
