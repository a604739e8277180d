package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The graph: raw candles, one stateful step, features and dead letters. */
final class FeatureTopology {
    /** Step names: part of what an upgrade must keep, as are the stores' names. */
    static final String RAW_CANDLES = "raw-candles";

    static final String FEATURES = "features";
    static final String ENRICHED_CANDLES = "enriched-candles";
    static final String DEAD_LETTERS = "dead-letters";

    /** Candles by symbol and open time. */
    static final String CANDLE_STORE = "candles";

    /** What of the log was read, by partition and by symbol. */
    static final String KNOWLEDGE_STORE = "knowledge";

    private FeatureTopology() {}

    /**
     * Builds the graph.
     *
     * @param horizon how far behind a symbol's newest candle one is still taken
     * @param commitInterval longest time from a live record to the end of its transaction
     * @param generation generation of the raw topic
     */
    static Topology build(Duration horizon, Duration commitInterval, int generation, FeatureMetrics metrics) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), RAW_CANDLES, in, in, Topics.RAW)
                .addProcessor(
                        FEATURES, () -> new FeatureProcessor(horizon, commitInterval, generation, metrics), RAW_CANDLES)
                .addStateStore(store(CANDLE_STORE), FEATURES)
                .addStateStore(store(KNOWLEDGE_STORE), FEATURES)
                .addSink(
                        ENRICHED_CANDLES,
                        Topics.FEATURES,
                        out,
                        new EnrichedCandleSerializer(),
                        new SamePartition(),
                        FEATURES)
                .addSink(DEAD_LETTERS, Topics.DEAD_LETTERS, out, out, FEATURES);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }
}
