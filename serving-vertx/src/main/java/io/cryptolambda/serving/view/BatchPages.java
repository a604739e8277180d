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
    private final int bound;
    private final Map<ViewRequest, List<Document>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private String runId = "";
    private int documents;

    /** @param bound most documents kept, of all pages together */
    public BatchPages(int bound) {
        this.bound = bound;
    }

    /** Whether an answer is known of the run that was served when it was last asked. */
    synchronized boolean has(ViewRequest request) {
        return pages.containsKey(request);
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
