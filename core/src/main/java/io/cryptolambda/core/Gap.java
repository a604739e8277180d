package io.cryptolambda.core;

/**
 * Minutes that the exchange itself does not have: asked for, not given, although it has later ones. An entry of the gap
 * ledger, identified by (symbol, {@code from}); gaps of ours are filled and never come here.
 *
 * @param exchange the exchange's name
 * @param symbol the exchange's symbol
 * @param from open time of the first missing minute, epoch milliseconds UTC
 * @param to open time of the first minute that is there again (exclusive end), epoch milliseconds UTC
 * @param cause why there is nothing
 * @param foundAt the exchange's clock when it was found, epoch milliseconds UTC
 * @param askedAt the exchange's clock when it was last asked for, epoch milliseconds UTC
 * @param asked how often it has been asked for, at least once
 */
public record Gap(
        String exchange, String symbol, long from, long to, Cause cause, long foundAt, long askedAt, int asked) {

    /** Why a minute is missing. */
    public enum Cause {
        /** The exchange has no candle: its own outage or a defect of its history. */
        EXCHANGE("exchange"),
        /** The exchange has something there that breaks the contract; it is among the dead letters. */
        INVALID("invalid");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        /** As written in JSON. */
        public String text() {
            return text;
        }

        /** @throws IllegalArgumentException naming what is accepted */
        public static Cause parse(String text) {
            for (Cause cause : values()) {
                if (cause.text.equals(text)) {
                    return cause;
                }
            }
            throw new IllegalArgumentException("cause must be exchange or invalid");
        }
    }

    /** @throws IllegalArgumentException naming the field that breaks the contract */
    public Gap {
        require(exchange != null && !exchange.isEmpty(), "exchange is missing");
        Symbols.requireValid(symbol);
        require(cause != null, "cause is missing");
        require(from >= 0 && Interval.ONE_MINUTE.openTime(from) == from, "from must be on a whole minute");
        require(to > from && Interval.ONE_MINUTE.openTime(to) == to, "to must be on a later whole minute");
        require(asked >= 1, "asked must be at least 1");
    }

    /** The key in the ledger's topic: a later record of the same key replaces this one. */
    public String key() {
        return symbol + "|" + from;
    }

    /** How many minutes are missing. */
    public long minutes() {
        return (to - from) / Interval.ONE_MINUTE.millis();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
