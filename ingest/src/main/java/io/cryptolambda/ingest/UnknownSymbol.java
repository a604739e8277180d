package io.cryptolambda.ingest;

/** A symbol was named that the exchange does not have. */
final class UnknownSymbol extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSymbol(String symbol) {
        super("the exchange has no symbol " + symbol);
    }
}
