package io.cryptolambda.batch.master;

import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/** The few names that a file's candles have, each encoded and held in memory once. */
final class Names {
    private final Map<String, Binary> known = new HashMap<>();

    /** The name in UTF-8. */
    Binary of(String name) {
        return known.computeIfAbsent(name, Binary::fromString);
    }
}
