package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our own long-running programs, each with the options that its {@code --help} lists. */
final class Programs {
    private static final String BINANCE_REST = "https://data-api.binance.vision";
    private static final String BINANCE_WEBSOCKET = "wss://data-stream.binance.vision";

    private final ProjectLayout project;
    private final DataDirectory data;
    private final StackSettings settings;
    private final Ports ports;
    private final Links links;

    Programs(ProjectLayout project, DataDirectory data, StackSettings settings) {
        this.project = project;
        this.data = data;
        this.settings = settings;
        this.ports = settings.ports();
        this.links = settings.links();
    }

    ProcessSpec exchange() throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--port",
                String.valueOf(ports.exchange()),
                "--speed",
                settings.speed(),
                "--state-dir",
                data.resolve("exchange").toString()));
        options.addAll(settings.market().simulatorOptions());
        return ProcessSpec.java(
                "exchange",
                Tier.STORAGE,
                ports.exchange(),
                HealthProbe.http(ports.exchange(), "/simulator/status"),
                Jvm.flags("384m"),
                project.classPath("local/exchange", "local-exchange"),
                "io.cryptolambda.local.exchange.ExchangeMain",
                options);
    }

    ProcessSpec ingest() throws IOException {
        boolean simulated = settings.market().simulated();
        List<String> options = new ArrayList<>(List.of(
                "--rest-url",
                simulated ? links.url("ingest", "exchange", ports.exchange()) : BINANCE_REST,
                "--websocket-url",
                simulated ? "ws://127.0.0.1:" + links.port("ingest", "exchange", ports.exchange()) : BINANCE_WEBSOCKET,
                "--kafka",
                links.kafka("ingest", ports.kafka()),
                "--metrics-port",
                String.valueOf(ports.ingestMetrics())));
        options.addAll(settings.market().symbolOptions());
        return ProcessSpec.java(
                "ingest",
                Tier.PROGRAM,
                ports.ingestMetrics(),
                HealthProbe.http(ports.ingestMetrics(), "/health/ready"),
                Jvm.flags("192m"),
                project.classPath("ingest", "ingest"),
                "io.cryptolambda.ingest.IngestMain",
                options);
    }

    /** @param instance from 1 */
    ProcessSpec streams(int instance) throws IOException {
        int port = ports.streamsMetrics(instance);
        return ProcessSpec.java(
                streamsName(instance),
                Tier.PROGRAM,
                port,
                HealthProbe.http(port, "/health/ready"),
                Jvm.flags("384m"),
                project.classPath("speed-kstreams", "speed-kstreams"),
                "io.cryptolambda.speed.kstreams.StreamsMain",
                List.of(
                        "--kafka",
                        links.kafka("kstreams", ports.kafka()),
                        "--generation",
                        String.valueOf(settings.generation()),
                        "--state-dir",
                        streamsState(data, instance).toString(),
                        // Started again within the session time-out it finds its partitions as it left them.
                        "--instance-id",
                        streamsName(instance),
                        "--standby-replicas",
                        "1",
                        "--metrics-port",
                        String.valueOf(port)));
    }

    static String streamsName(int instance) {
        return instance == 1 ? "kstreams" : "kstreams-" + instance;
    }

    static Path streamsState(DataDirectory data, int instance) {
        return data.resolve(streamsName(instance));
    }

    ProcessSpec serving() throws IOException {
        return ProcessSpec.java(
                "serving",
                Tier.PROGRAM,
                ports.serving(),
                HealthProbe.http(ports.serving(), "/health/ready"),
                Jvm.flags("256m"),
                project.classPath("serving-vertx", "serving-vertx"),
                "io.cryptolambda.serving.ServingMain",
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(ports.serving()),
                        "--elasticsearch",
                        links.url("serving", "elasticsearch", ports.elasticsearch()),
                        "--kafka",
                        links.kafka("serving", ports.kafka()),
                        "--generation",
                        String.valueOf(settings.generation()),
                        "--flink",
                        ports.flinkUrl()));
    }
}
