package io.cryptolambda.core;

/** Kafka consumer groups of the speed layer: by their committed offsets others tell how far each stage has come. */
public final class ConsumerGroups {
    /** The Streams app on {@link Topics#RAW}; its application id too. */
    public static final String STREAMS = "crypto-speed-kstreams";

    /** The Flink job on {@link Topics#FEATURES}; it commits with a checkpoint, after its sinks' flush. */
    public static final String FLINK = "crypto-speed-flink";

    private ConsumerGroups() {}
}
