package org.apache.flink.connector.elasticsearch.sink;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to the documents of one writer; counted on the client's threads, read by metrics. */
public final class BulkCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();

    /** Documents not written because a newer one was there. */
    public long conflicts() {
        return conflicts.get();
    }

    /** Documents sent again because the server was busy or absent, once for each time. */
    public long retries() {
        return retries.get();
    }

    void addConflict() {
        conflicts.incrementAndGet();
    }

    void addRetry() {
        retries.incrementAndGet();
    }
}
