package io.cryptolambda.speed.kstreams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The Streams app without transactions, for the benchmark alone. Takes the app's options. */
@Command(name = "at-least-once")
public final class AtLeastOnceMain implements Runnable {
    @Mixin
    private StreamsOptions options;

    /** Runs until it is ended. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AtLeastOnceMain()).execute(arguments));
    }

    @Override
    public void run() {
        FeatureMetrics metrics = new FeatureMetrics(new SimpleMeterRegistry());
        Properties properties = StreamsProperties.of(options);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        KafkaStreams streams = new KafkaStreams(
                FeatureTopology.build(options.horizon, options.commitInterval, options.generation, metrics),
                properties);
        try {
            new RunningStreams(
                            streams,
                            new GroupMembership(options.instanceId, options.stateDirectory),
                            new InputLag(streams::metrics),
                            options.readyLag)
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
