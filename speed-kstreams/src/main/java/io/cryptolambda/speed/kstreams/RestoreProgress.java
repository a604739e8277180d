package io.cryptolambda.speed.kstreams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the stores of this instance are on their way back from the changelog. */
final class RestoreProgress implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);

    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
    private final Counter restored;

    RestoreProgress(MeterRegistry registry) {
        restored = registry.counter("speed.kstreams.restored.records");
        Gauge.builder("speed.kstreams.restore.remaining", this, RestoreProgress::remaining)
                .description("Offsets of the changelogs that active stores still have to read.")
                .register(registry);
    }

    /** Offsets still to be read, of all stores that are being restored. */
    long remaining() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        remaining.put(changelog, Math.max(0, to - from));
        LOG.info("event=restore_started store={} partition={} offsets={}", store, changelog.partition(), to - from);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long records) {
        restored.increment(records);
        remaining.computeIfPresent(changelog, (partition, before) -> Math.max(0, before - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        remaining.remove(changelog);
        LOG.info("event=restored store={} partition={} records={}", store, changelog.partition(), records);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        remaining.remove(changelog);
    }
}
