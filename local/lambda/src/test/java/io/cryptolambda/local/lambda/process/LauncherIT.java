package io.cryptolambda.local.lambda.process;

import static io.cryptolambda.core.testing.server.Jvm.ownClassPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LauncherIT {
    /** Of /proc/PID/stat, counted from 0 behind the name in brackets. */
    private static final int NICENESS = 16;

    @TempDir
    private Path data;

    @Test
    void shouldLetOthersGoBeforeAProcessInTheBackground() throws Exception {
        ProcessSpec waiting = ProcessSpec.java(
                "waiting",
                Tier.PROGRAM,
                0,
                HealthProbe.http(0, "/"),
                List.of(),
                ownClassPath(),
                WaitingMain.class.getName(),
                List.of());

        Share usual = share(waiting);
        Share background = share(waiting.inBackground());

        assertThat(background.niceness()).isEqualTo(usual.niceness() + 5);
        assertThat(usual.session()).isIn("", "nice 0");
        assertThat(background.session()).isIn("", "nice 5");
    }

    /** Of the processor; the session's is empty where the kernel does not share it among sessions. */
    private record Share(int niceness, String session) {}

    private Share share(ProcessSpec spec) throws Exception {
        Process process = new Launcher(data, data).start(spec);
        try {
            Path log = data.resolve("logs/waiting.log");
            await().until(() -> Files.exists(log) && Files.readString(log).contains(WaitingMain.word(process.pid())));
            Path session = Path.of("/proc/" + process.pid() + "/autogroup");
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return new Share(
                    Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICENESS]),
                    Files.exists(session) ? Files.readString(session).strip().replaceFirst("^.*(?=nice)", "") : "");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
