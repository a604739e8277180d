package io.cryptolambda.bench.batch;

import java.nio.file.Path;
import java.sql.SQLException;

/** One way to make bars of the generated candles. */
interface Contender extends AutoCloseable {
    /** Does the work from the files on, and sums up what came out. */
    BarSums run(Work work) throws Exception;

    /** Writes all bars of one symbol as text, a line each, in order of (interval, open time). */
    void dump(String symbol, Path file) throws Exception;

    @Override
    default void close() throws SQLException {
        // Most hold nothing.
    }
}
