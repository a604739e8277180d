package io.cryptolambda.core;

/** Kafka consumer groups of the speed layer: by their committed offsets others tell how far each stage has come. */
public final class ConsumerGroups {
    /** The Streams app on {@link Topics#RAW}; its application id too. */
    public static final String STREAMS = "crypto-speed-kstreams";

    /** The Flink job on {@link Topics#FEATURES}; it commits with a checkpoint, after its sinks' flush. */
    public static final String FLINK = "crypto-speed-flink";

    /** Name of a file in the state directory of a static member that is taken away for good: it leaves the group then. */
    public static final String LEAVING_FILE = "leave-group";

    private ConsumerGroups() {}
}
