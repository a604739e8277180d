package io.cryptolambda.serving.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which layers a reader wants to see. */
public enum LayerView {
    /** Both, by the merge rule. */
    MERGED,
    BATCH,
    SPEED;

    /** The spelling in requests. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All spellings. */
    public static List<String> accepted() {
        return Arrays.stream(values()).map(LayerView::text).toList();
    }

    /** Reads the spelling; empty if it is none. */
    public static Optional<LayerView> parse(String text) {
        return Arrays.stream(values()).filter(view -> view.text().equals(text)).findFirst();
    }

    boolean readsSpeed() {
        return this != BATCH;
    }

    boolean readsBatch() {
        return this != SPEED;
    }
}
