package io.cryptolambda.ingest;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.core.config.KafkaOptions;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
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
            description = "how many of the largest symbols, if none are named; 0 for all (default: ${DEFAULT-VALUE})")
    int top;

    @Option(
            names = "--quote",
            defaultValue = "USDT",
            description = "quote asset of the symbols, if none are named, or any (default: ${DEFAULT-VALUE})")
    String quote;

    @Option(
            names = "--shard",
            paramLabel = "N/M",
            defaultValue = "0/1",
            converter = Shard.Converter.class,
            description =
                    "bring a share of the symbols only: the Nth, from 0, of M ingests (default: ${DEFAULT-VALUE})")
    Shard shard;

    @Option(
            names = "--backfill",
            defaultValue = "30d",
            converter = DurationConverter.class,
            description = "how far back to begin with a symbol that is not in the log (default: ${DEFAULT-VALUE})")
    private Duration backfill;

    @Option(names = "--backfill-days", paramLabel = "N", description = "the same in days; wins over --backfill")
    private Integer backfillDays;

    @Option(
            names = "--open-candles",
            description = "write the running minute to crypto_ohlcv_live as well, for display")
    boolean openCandles;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address that the metrics port listens on (default: ${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--metrics-port",
            defaultValue = "9101",
            description = "port of health, metrics and status (default: ${DEFAULT-VALUE})")
    int metricsPort;

    Duration backfill() {
        return backfillDays == null ? backfill : Duration.ofDays(backfillDays);
    }
}
