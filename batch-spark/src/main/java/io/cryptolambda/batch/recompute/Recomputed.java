package io.cryptolambda.batch.recompute;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a recompute has made of the views.
 *
 * @param versions versions of the tables that hold them
 * @param changed the rows that differ from the run it went on from; empty if everything was computed anew
 * @param touchedDays number of days of symbols that the master dataset had new records of
 * @param beyondHorizon whether some of them lay so far back that the speed layer did not take them
 */
record Recomputed(ViewVersions versions, Optional<Changed> changed, long touchedDays, boolean beyondHorizon) {

    /** Rows that are new or have changed, held until {@link #release}. */
    record Changed(Dataset<Row> candles, Dataset<Row> bars) {
        void release() {
            candles.unpersist();
            bars.unpersist();
        }
    }
}
