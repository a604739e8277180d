package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.GapJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.ingest.feed.GapSink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compacted topic of the exchange's gaps. Writing the same entry twice leaves one: its key is its identity. */
public final class GapLedger implements GapSink {
    private static final Logger LOG = LoggerFactory.getLogger(GapLedger.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Producer<String, byte[]> producer;

    public GapLedger(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void record(Gap gap) throws InterruptedException {
        write(gap.key(), GapJson.write(gap));
    }

    @Override
    public void withdraw(String key) throws InterruptedException {
        write(key, null);
    }

    /** Reads the whole ledger: the newest entry of each key. */
    static Collection<Gap> read(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Gap> gaps = new LinkedHashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    gaps.remove(key);
                } else if (GapJson.parse(record.value()) instanceof Parsed.Ok<Gap> ok) {
                    gaps.put(key, ok.value());
                } else {
                    LOG.error("event=unreadable_gap partition={} offset={}", record.partition(), record.offset());
                }
            }
        }
        return gaps.values();
    }

    private void write(String key, byte[] value) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topics.GAPS, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the gap ledger refused an entry", e.getCause());
        } catch (InterruptException e) {
            Thread.interrupted(); // Kafka sets the flag again besides throwing
            throw new InterruptedException("interrupted while sending");
        }
    }
}
