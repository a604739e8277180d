package io.cryptolambda.core;

import java.util.Locale;

/** Which layer wrote a document. */
public enum Layer {
    SPEED,
    BATCH;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The spelling in documents: {@code speed} or {@code batch}. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException naming the accepted values */
    public static Layer parse(String text) {
        for (Layer layer : values()) {
            if (layer.text.equals(text)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("layer must be one of speed, batch");
    }
}
