package org.apache.flink.connector.elasticsearch.sink;

import java.io.Serializable;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to the documents of one writer; told by the client's threads, read by the task and by metrics. */
public final class BulkOutcomes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final Queue<RejectedDocument> rejected = new ConcurrentLinkedQueue<>();

    /** Documents not written because a newer one was there. */
    public long conflicts() {
        return conflicts.get();
    }

    /** Documents sent again because the server was busy or absent, once for each time. */
    public long retries() {
        return retries.get();
    }

    /** Takes the next document that the server will never take; null if there is none. */
    public RejectedDocument nextRejected() {
        return rejected.poll();
    }

    void addConflict() {
        conflicts.incrementAndGet();
    }

    void addRetry() {
        retries.incrementAndGet();
    }

    void addRejected(RejectedDocument document) {
        rejected.add(document);
    }
}
