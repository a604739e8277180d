package io.cryptolambda.serving.latest;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store held newest at one moment.
 *
 * @param run the batch run, empty before any
 * @param documents by symbol: the speed and the batch document of its newest open time, where there are
 * @param truncated whether there are more symbols than are listed
 */
record StoredLatest(Optional<BatchRun> run, Map<String, Newest> documents, boolean truncated) {

    /**
     * A symbol's newest documents in the store.
     *
     * @param speed null if there is none
     * @param batch null if there is none
     */
    record Newest(Document speed, Document batch) {
        static Newest of(List<Document> speed, List<Document> batch) {
            return new Newest(speed.isEmpty() ? null : speed.get(0), batch.isEmpty() ? null : batch.get(0));
        }
    }
}
