package io.cryptolambda.serving.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents of the batch layer as they were read of the run that is served: a run's indices never change, so the same
 * question has the same answer until the next run. Bounded by documents, those asked for longest ago go first. Safe for use
 * by several threads, so that it can be one for all event loops.
 */
public final class BatchPages {
    // About what a document takes: its fields are objects in a map.
    private static final int DOCUMENT_BYTES = 1_536;
    private static final int HEAP_SHARE = 16;

    private final int bound;
    private final Map<ViewRequest, List<Document>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private String runId = "";
    private int documents;

    /** @param bound most documents kept, of all pages together */
    public BatchPages(int bound) {
        this.bound = bound;
    }

    /** As many documents as fit into a sixteenth of this process's heap. */
    public static BatchPages ofHeap() {
        return new BatchPages(
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HEAP_SHARE / DOCUMENT_BYTES));
    }

    /** What the run answers, if that is known. */
    synchronized Optional<List<Document>> find(String ofRun, ViewRequest request) {
        return runId.equals(ofRun) ? Optional.ofNullable(pages.get(request)) : Optional.empty();
    }

    /** Keeps what the run answers; what another has answered is forgotten. */
    synchronized void put(String ofRun, ViewRequest request, List<Document> page) {
        if (!runId.equals(ofRun)) {
            pages.clear();
            documents = 0;
            runId = ofRun;
        }
        List<Document> replaced = pages.put(request, page);
        documents += page.size() - (replaced == null ? 0 : replaced.size());
        var eldest = pages.entrySet().iterator();
        while (documents > bound) {
            documents -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
