package io.cryptolambda.local.lambda.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.local.lambda.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {
    @TempDir
    private Path folder;

    @Test
    void shouldTellOtherCommandsAllThatUpWasAskedFor() throws Exception {
        StackState written = new StackState(
                ProcessIdentity.of(ProcessHandle.current()),
                StackState.Phase.STARTING,
                new StackSettings(
                        Market.GENERATED,
                        "60",
                        900_000,
                        3_600_000,
                        "512m",
                        new Ports(9092, 9093, 9200, 9300, 9000, 8081, 6123, 8080, 9080, 9100),
                        new Links(Map.of("flink-kafka", 21_000)),
                        3,
                        new Retention(64, 5, 3, 86_400_000)),
                List.of());

        new StateFiles(new DataDirectory(folder)).write(written);

        StackState read =
                new StateFiles(new DataDirectory(folder)).runningState().orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }
}
