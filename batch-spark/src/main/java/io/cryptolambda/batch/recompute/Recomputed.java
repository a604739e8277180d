package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.publish.IndexKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a recompute has made of the views.
 *
 * @param versions versions of the tables that hold them
 * @param figures what the days add up to
 * @param changed the rows that differ from the run it went on from; empty if everything was computed anew
 * @param touchedDays number of days of symbols that the master dataset had new records of
 * @param beyondHorizon whether some of them lay so far back that the speed layer did not take them
 */
record Recomputed(
        ViewVersions versions,
        ViewFigures figures,
        Optional<Changed> changed,
        long touchedDays,
        boolean beyondHorizon) {

    /**
     * Rows that are new or have changed, held until {@link #release}.
     *
     * @param candleParts how they are spread over the partitions of the view
     * @param barParts likewise
     */
    record Changed(Dataset<Row> candles, Dataset<Row> bars, List<ChangedPart> candleParts, List<ChangedPart> barParts) {

        /** The indices whose documents have changed. */
        Set<IndexKey> keys() {
            return Stream.concat(candleParts.stream(), barParts.stream())
                    .map(ChangedPart::key)
                    .collect(Collectors.toSet());
        }

        void release() {
            candles.unpersist();
            bars.unpersist();
        }
    }
}
