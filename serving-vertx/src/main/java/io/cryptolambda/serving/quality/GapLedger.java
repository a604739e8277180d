package io.cryptolambda.serving.quality;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.GapJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.serving.follow.Followed;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger of the exchange's gaps in memory: of each key the newest entry. Safe for use by several threads. */
public final class GapLedger {
    private static final Logger LOG = LoggerFactory.getLogger(GapLedger.class);

    /** Where it is kept; compacted, so all of it is read. */
    public static final Followed TOPIC = new Followed("gaps", Map.of(Topics.GAPS, Followed.ALL));

    private static final Comparator<Gap> NEWEST_FIRST =
            Comparator.comparingLong(Gap::from).reversed().thenComparing(Gap::symbol);

    private final Map<String, Gap> gaps = new ConcurrentHashMap<>();

    /** Takes a record of the topic; one without a value takes its key's entry away, one that cannot be read is passed. */
    public void put(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                gaps.remove(new String(record.key(), StandardCharsets.UTF_8));
            }
        } else if (GapJson.parse(record.value()) instanceof Parsed.Ok<Gap> ok) {
            gaps.put(ok.value().key(), ok.value());
        } else {
            LOG.error("event=unreadable_gap partition={} offset={}", record.partition(), record.offset());
        }
    }

    /**
     * Gaps that lie in part or whole between two times, newest first.
     *
     * @param symbol null for those of every symbol
     * @param from epoch milliseconds UTC
     * @param to epoch milliseconds UTC, exclusive
     */
    public List<Gap> find(String symbol, long from, long to) {
        return gaps.values().stream()
                .filter(gap -> symbol == null || gap.symbol().equals(symbol))
                .filter(gap -> gap.to() > from && gap.from() < to)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
