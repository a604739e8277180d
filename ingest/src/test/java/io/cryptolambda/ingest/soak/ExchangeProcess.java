package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.testing.server.Jvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The simulator in a process of its own, with a made-up market, so that what it costs can be measured. */
final class ExchangeProcess implements AutoCloseable {
    private final int port = Jvm.freePort();
    private final Process process;

    ExchangeProcess(Path folder, int symbols, String speed) {
        Path log = folder.resolve("exchange.log");
        process = Jvm.start(
                log,
                Map.of(),
                List.of("-Xmx384m", "-XX:+UseSerialGC"),
                Jvm.ownClassPath(),
                List.of(
                        "io.cryptolambda.local.exchange.ExchangeMain",
                        "--port=" + port,
                        "--symbol-count=" + symbols,
                        "--history=1h",
                        "--speed=" + speed,
                        "--state-dir=" + folder.resolve("exchange")));
        Jvm.awaitPort(process, port, log);
    }

    int port() {
        return port;
    }

    /** The processor time it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
