package io.cryptolambda.batch.publish;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where the documents of a run come from.
 *
 * @param rows all rows of a view, for an index that is built from nothing
 * @param changed only those that differ from the replaced run's, for one that is cloned; null if that is not known
 */
public record IndexBuild(Rows rows, Rows changed) {

    /** Rows of both views. */
    public record Rows(Dataset<Row> candles, Dataset<Row> bars) {}
}
