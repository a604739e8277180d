package io.cryptolambda.serving.view;

/** Neither layer has a candle of the symbol. */
public final class UnknownSymbolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSymbolException(String symbol) {
        super("no candle of " + symbol + " is known");
    }
}
