package io.cryptolambda.batch.row;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns of doubles that are named elsewhere. */
final class DoubleColumns {
    private DoubleColumns() {}

    /** {@code , name DOUBLE} for each name. */
    static String ddl(Stream<String> names) {
        return names.map(name -> ", " + name + " DOUBLE").collect(Collectors.joining());
    }
}
