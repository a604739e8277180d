package io.cryptolambda.speed.kstreams;

import io.cryptolambda.speed.kstreams.candles.LogStretch;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the partition was read without a hole, kept in the knowledge store. Every record is told to it, the refused
 * ones too.
 */
final class PartitionLog {
    /** Sorts before every symbol, which are letters and digits. */
    static final Bytes KEY = Bytes.wrap(new byte[] {0});

    private static final Logger LOG = LoggerFactory.getLogger(PartitionLog.class);

    private final KeyValueStore<Bytes, byte[]> knowledge;
    private final int partition;
    private final FeatureMetrics metrics;
    private LogStretch stretch;

    PartitionLog(KeyValueStore<Bytes, byte[]> knowledge, int partition, FeatureMetrics metrics) {
        this.knowledge = knowledge;
        this.partition = partition;
        this.metrics = metrics;
        this.stretch = decode(knowledge.get(KEY));
    }

    /**
     * Notes that the record at {@code position} is read.
     *
     * @return start of the stretch that it is in
     * @throws IllegalStateException if the log went back
     */
    long read(long position) {
        if (stretch != null && stretch.isHoleBefore(position)) {
            LOG.warn(
                    "event=log_hole partition={} expected_position={} found_position={} effect=documents_incomplete",
                    partition,
                    stretch.next(),
                    position);
            metrics.hole();
        }
        stretch = stretch == null ? LogStretch.startingAt(position) : stretch.read(position);
        knowledge.put(KEY, encode(stretch));
        return stretch.from();
    }

    private static byte[] encode(LogStretch stretch) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(stretch.from())
                .putLong(stretch.next())
                .array();
    }

    private static LogStretch decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new LogStretch(buffer.getLong(), buffer.getLong());
    }
}
