package io.cryptolambda.serving.quality;

import io.cryptolambda.core.Topics;
import io.cryptolambda.serving.follow.Followed;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Counts dead letters by topic, stage and reason, and holds the last of them; bounded however many there are. A record
 * that is handed over again is counted once. Safe for use by several threads.
 */
public final class DeadLetterBoard {
    /** The last of them; those before are not counted, as {@link Summary#since} tells. */
    public static final Followed TOPIC = new Followed("dead_letters", Map.of(Topics.DEAD_LETTERS, 100_000L));

    private static final int LAST = 50;
    private static final int REASONS = 200;

    private final Map<Integer, Long> read = new HashMap<>();
    private final Map<Reason, Count> reasons = new HashMap<>();
    private final Deque<DeadLetter> last = new ArrayDeque<>();
    private long total;
    private long since = Long.MAX_VALUE;

    /** Why letters were set aside. */
    public record Reason(String topic, String stage, String error) {}

    /**
     * How many letters of a reason there are.
     *
     * @param letters number
     * @param lastTime when the last was set aside, epoch milliseconds UTC
     */
    public record Count(long letters, long lastTime) {
        private Count plus(Count other) {
            return new Count(letters + other.letters, Math.max(lastTime, other.lastTime));
        }
    }

    /** A reason with its count. */
    public record ReasonCount(Reason reason, Count count) {}

    /**
     * All that is known.
     *
     * @param total letters counted
     * @param since when the first of them was set aside, epoch milliseconds UTC; null if there is none
     * @param reasons most frequent first; at most so many, further reasons count in {@code total} alone
     * @param last newest first
     */
    public record Summary(long total, Long since, List<ReasonCount> reasons, List<DeadLetter> last) {}

    /** Takes a record of the topic. */
    public synchronized void put(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < read.getOrDefault(record.partition(), 0L)) {
            return;
        }
        read.put(record.partition(), record.offset() + 1);
        DeadLetter letter = DeadLetter.of(record);
        total++;
        since = Math.min(since, letter.time());
        Reason reason = new Reason(letter.topic(), letter.stage(), letter.error());
        if (reasons.size() < REASONS || reasons.containsKey(reason)) {
            reasons.merge(reason, new Count(1, letter.time()), Count::plus);
        }
        last.addFirst(letter);
        if (last.size() > LAST) {
            last.removeLast();
        }
    }

    /** What is known now. */
    public synchronized Summary summary() {
        List<ReasonCount> counts = reasons.entrySet().stream()
                .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(
                                (ReasonCount each) -> each.count().letters())
                        .reversed()
                        .thenComparing(each -> each.reason().error()))
                .toList();
        List<DeadLetter> newest = last.stream()
                .sorted(Comparator.comparingLong(DeadLetter::time).reversed())
                .toList();
        return new Summary(total, total == 0 ? null : since, counts, newest);
    }
}
