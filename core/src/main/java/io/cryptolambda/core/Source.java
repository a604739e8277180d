package io.cryptolambda.core;

import java.util.Locale;

/** How a candle was obtained. */
public enum Source {
    /** The exchange's WebSocket stream. */
    WS,
    /** The exchange's REST interface. */
    REST,
    /** The exchange's public archive files. */
    ARCHIVE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The spelling in records: {@code ws}, {@code rest} or {@code archive}. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException naming the accepted values */
    public static Source parse(String text) {
        for (Source source : values()) {
            if (source.text.equals(text)) {
                return source;
            }
        }
        throw new IllegalArgumentException("source must be one of ws, rest, archive");
    }
}
