package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.core.operations.HealthServer;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;

/** Starts the Streams app. */
@Command(
        name = "speed-kstreams",
        description = "Reads raw candles and writes them with rolling features, exactly once.",
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
public final class StreamsMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMain.class);
    private static final Duration TOPICS_LIMIT = Duration.ofSeconds(60);

    @Mixin
    private StreamsOptions options;

    private StreamsMain() {}

    /** Exit codes: 0 ended as told, 1 failed, 2 usage. */
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new StreamsMain());
        System.exit(command.setExecutionExceptionHandler(StreamsMain::failed).execute(arguments));
    }

    private static int failed(Exception exception, CommandLine command, ParseResult arguments) {
        LOG.error("event=failed", exception);
        return 1;
    }

    private static GroupMembership membership(StreamsOptions options) {
        return new GroupMembership(options.instanceId, options.stateDirectory);
    }

    @Override
    public Integer call() throws Exception {
        RequiredTopics.await(options.kafka.access(), TOPICS_LIMIT);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        FeatureMetrics metrics = new FeatureMetrics(registry);
        Topology topology = FeatureTopology.build(options.horizon, options.commitInterval, options.generation, metrics);
        KafkaStreams streams = new KafkaStreams(topology, StreamsProperties.of(options));
        RestoreProgress restoring = new RestoreProgress(registry);
        streams.setGlobalStateRestoreListener(restoring);
        InputLag lag = new InputLag(streams::metrics);
        Runnable lagGauges = lag.gauges(registry);
        RunningStreams running = new RunningStreams(streams, membership(options), lag, options.readyLag);
        try (KafkaStreamsMetrics kafka = new KafkaStreamsMetrics(streams);
                HealthServer health = HealthServer.start(
                        options.host,
                        options.metricsPort,
                        running::isLive,
                        running::isReady,
                        () -> {
                            lagGauges.run();
                            return registry.scrape();
                        },
                        () -> StatusJson.of(running.state(), lag.records(), restoring.remaining(), metrics))) {
            kafka.bindTo(registry);
            return running.run() ? 0 : 1;
        }
    }
}
