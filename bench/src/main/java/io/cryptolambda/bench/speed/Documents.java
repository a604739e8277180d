package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.log.FeatureRecords;
import io.cryptolambda.speed.flink.records.Document;
import java.util.ArrayList;
import java.util.List;

/** What both sides of the sink's benchmark write: candle documents with features, each with an id of its own. */
final class Documents {
    /** What the sink sends at once at most. */
    static final int BULK_DOCUMENTS = 2_000;

    static final int BULK_BYTES = 2 << 20;

    private Documents() {}

    static List<Document> make(int count) {
        List<Document> documents = new ArrayList<>(count);
        FeatureRecords.make(count, candle -> documents.add(Document.of(candle)));
        return documents;
    }

    /** Those of the subtask {@code number} of {@code of}. */
    static List<Document> share(List<Document> documents, int number, int of) {
        List<Document> share = new ArrayList<>();
        for (int i = number; i < documents.size(); i += of) {
            share.add(documents.get(i));
        }
        return share;
    }
}
