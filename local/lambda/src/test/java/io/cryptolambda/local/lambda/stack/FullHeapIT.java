package io.cryptolambda.local.lambda.stack;

import static io.cryptolambda.core.testing.server.Jvm.freePort;
import static io.cryptolambda.core.testing.server.Jvm.ownClassPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.local.lambda.http.JsonHttp;
import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.ProcessState;
import io.cryptolambda.local.lambda.process.Supervisor;
import io.cryptolambda.local.lambda.process.Tier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of the stack whose heap is full, with the flags that all of them have. */
class FullHeapIT {
    /** Of a JVM that was told to exit when memory ran out. */
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    private Path data;

    @Test
    void shouldEndWithAFullHeapEvenIfSomebodyCatchesItAndBeStartedAgain() throws Exception {
        int port = freePort();
        List<String> events = new CopyOnWriteArrayList<>();
        Supervisor supervisor = new Supervisor(new Launcher(data, data), events::add, () -> {});
        try {
            supervisor.start(ProcessSpec.java(
                    "hog",
                    Tier.PROGRAM,
                    port,
                    HealthProbe.http(port, "/"),
                    Jvm.flags("24m"),
                    ownClassPath(),
                    HeapHog.class.getName(),
                    List.of(Integer.toString(port))));
            ProcessState before = supervisor.processes().get(0);

            JsonHttp.getText(URI.create("http://127.0.0.1:" + port + "/fill"));

            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                ProcessState after = supervisor.processes().get(0);
                assertThat(after.restarts()).isEqualTo(1);
                assertThat(after.healthy()).isTrue();
                assertThat(after.identity()).isNotEqualTo(before.identity());
            });
            assertThat(events).anyMatch(event -> event.contains("name=hog exit_code=" + OUT_OF_MEMORY));
            assertThat(Files.readString(data.resolve("logs/hog.log"))).doesNotContain("went on");
        } finally {
            supervisor.stop();
        }
    }
}
