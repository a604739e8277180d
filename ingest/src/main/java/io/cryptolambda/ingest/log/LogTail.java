package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest candle of each symbol by reading the end of the raw topic: a short piece of each partition first, longer
 * ones while a symbol is missing, up to a bound. A symbol that is not within the bound counts as not published.
 */
public final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final long FIRST_DEPTH = 5_000;
    private static final long LAST_DEPTH = 2_560_000;
    private static final int DEEPER = 8;
    private static final int IDLE_POLLS = 60;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;

    /**
     * What is in Kafka.
     *
     * @param newest newest open time by symbol, epoch milliseconds UTC; without the symbols that were not found
     * @param gaps the gap ledger
     */
    public record State(Map<String, Long> newest, List<Gap> gaps) {}

    LogTail(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Waits for the topics and reads the tail of the one, all of the other.
     *
     * @param symbols what to look for
     * @param patience how long to wait for broker and topic
     * @throws IllegalStateException if there is no broker or no topic in time
     */
    public static State read(KafkaAccess kafka, String exchange, Collection<String> symbols, Duration patience)
            throws InterruptedException {
        Map<String, Object> settings = kafka.with(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "crypto-ingest-tail",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            LogTail tail = new LogTail(consumer);
            return new State(
                    tail.newest(tail.partitions(Topics.RAW, patience), exchange, Set.copyOf(symbols)),
                    List.copyOf(GapLedger.read(consumer, tail.partitions(Topics.GAPS, patience))));
        } catch (InterruptException e) {
            Thread.interrupted(); // Kafka sets the flag again besides throwing
            throw new InterruptedException("interrupted while reading");
        }
    }

    Map<String, Long> newest(List<TopicPartition> partitions, String exchange, Set<String> symbols) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<String, Long> newest = new HashMap<>();
        for (long depth = FIRST_DEPTH; depth <= LAST_DEPTH; depth *= DEEPER) {
            boolean all = true;
            for (TopicPartition partition : partitions) {
                long from = Math.max(beginnings.get(partition), ends.get(partition) - depth);
                consumer.seek(partition, from);
                all &= from == beginnings.get(partition);
            }
            readTo(ends, exchange, symbols, newest);
            if (all || newest.keySet().containsAll(symbols)) {
                break;
            }
        }
        return newest;
    }

    private void readTo(
            Map<TopicPartition, Long> ends, String exchange, Set<String> symbols, Map<String, Long> newest) {
        int idle = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            boolean nothing = true;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                nothing = false;
                if (RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok
                        && ok.value().exchange().equals(exchange)
                        && symbols.contains(ok.value().symbol())) {
                    newest.merge(ok.value().symbol(), ok.value().openTime(), Math::max);
                }
            }
            idle = nothing ? idle + 1 : 0;
            if (idle > IDLE_POLLS) {
                throw new IllegalStateException("the end of " + Topics.RAW + " cannot be read");
            }
        }
    }

    private List<TopicPartition> partitions(String topic, Duration patience) throws InterruptedException {
        Duration step = Duration.ofSeconds(2);
        for (Duration left = patience; !left.isNegative(); left = left.minus(step)) {
            try {
                List<TopicPartition> found = consumer.partitionsFor(topic, step).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
                Thread.sleep(step.toMillis());
            } catch (TimeoutException e) {
                LOG.debug("event=no_answer", e);
            }
            LOG.info("event=waiting_for_topic topic={} seconds_left={}", topic, left.toSeconds());
        }
        throw new IllegalStateException("no topic " + topic + " within " + patience.toSeconds() + " s");
    }
}
