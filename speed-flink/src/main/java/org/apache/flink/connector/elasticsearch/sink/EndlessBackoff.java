package org.apache.flink.connector.elasticsearch.sink;

import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;
import org.elasticsearch.action.bulk.BackoffPolicy;
import org.elasticsearch.common.unit.TimeValue;

/** Waits 100 ms, then twice as long each time up to 10 s, of which a random half is left out; never gives up. */
final class EndlessBackoff extends BackoffPolicy {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    @Override
    public Iterator<TimeValue> iterator() {
        return new Iterator<>() {
            private long millis = FIRST_MILLIS;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public TimeValue next() {
                long wait = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
                millis = Math.min(millis * 2, LONGEST_MILLIS);
                return TimeValue.timeValueMillis(wait);
            }
        };
    }
}
