package io.cryptolambda.ingest;

import io.cryptolambda.core.config.DurationConverter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What ingest can be told. */
final class IngestOptions {
    @Option(
            names = "--rest-url",
            defaultValue = "http://127.0.0.1:9080",
            description = "the exchange's REST interface (default: ${DEFAULT-VALUE})")
    String restUrl;

    @Option(
            names = "--websocket-url",
            defaultValue = "ws://127.0.0.1:9080",
            description = "the exchange's WebSocket interface (default: ${DEFAULT-VALUE})")
    String websocketUrl;

    @Option(names = "--symbols", split = ",", description = "symbols to bring (default: the largest USDT symbols)")
    List<String> symbols = List.of();

    @Option(
            names = "--top",
            defaultValue = "20",
            description = "how many of the largest USDT symbols, if none are named (default: ${DEFAULT-VALUE})")
    int top;

    @Option(
            names = "--backfill",
            defaultValue = "2d",
            converter = DurationConverter.class,
            description = "how far back to begin with a symbol that is not in the log (default: ${DEFAULT-VALUE})")
    Duration backfill;

    @Option(names = "--kafka", defaultValue = "127.0.0.1:9092", description = "brokers (default: ${DEFAULT-VALUE})")
    String kafka;

    @Option(
            names = "--metrics-port",
            defaultValue = "9101",
            description = "port of health, metrics and status (default: ${DEFAULT-VALUE})")
    int metricsPort;
}
