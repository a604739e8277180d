package io.cryptolambda.e2e.fault;

/** What must hold after any fault, and meanwhile. */
enum Invariant {
    R1("nothing lost: every candle the exchange closed is in log, master dataset and merged view"),
    R2("one document per key, with the newest revision"),
    R3("verify finds no difference"),
    R4("lag back under 5 s without a hand"),
    R5("inputs = stored + dead letters + late"),
    R6("health told the truth meanwhile"),
    R7("the API answered right, stale or 503, never wrong");

    private final String text;

    Invariant(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return name() + " (" + text + ")";
    }
}
