package io.cryptolambda.bench.batch;

import java.sql.SQLException;

/** One way to make bars of the generated candles. */
interface Contender extends AutoCloseable {
    /** Does the work from the files on, and sums up what came out. */
    BarSums run(Work work) throws Exception;

    @Override
    default void close() throws SQLException {
        // Most hold nothing.
    }
}
