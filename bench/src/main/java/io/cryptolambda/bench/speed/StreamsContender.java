package io.cryptolambda.bench.speed;

import io.cryptolambda.core.ConsumerGroups;
import java.nio.file.Path;
import java.util.List;

/** Who turns raw candles into features. */
enum StreamsContender {
    LOOP("bare loop"),
    EXACTLY_ONCE("Kafka Streams, exactly once"),
    AT_LEAST_ONCE("Kafka Streams, at least once");

    private static final String APP = "io.cryptolambda.speed.kstreams.";

    private final String title;

    StreamsContender(String title) {
        this.title = title;
    }

    /** Main class and arguments. */
    List<String> program(String kafka, Path state, int metricsPort) {
        if (this == LOOP) {
            return List.of(LoopMain.class.getName(), kafka, ConsumerGroups.STREAMS);
        }
        return List.of(
                APP + (this == EXACTLY_ONCE ? "StreamsMain" : "AtLeastOnceMain"),
                "--kafka=" + kafka,
                "--state-dir=" + state,
                "--metrics-port=" + metricsPort);
    }

    @Override
    public String toString() {
        return title;
    }
}
