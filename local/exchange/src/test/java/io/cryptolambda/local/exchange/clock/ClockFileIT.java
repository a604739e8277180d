package io.cryptolambda.local.exchange.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileIT {
    @TempDir
    Path directory;

    @Test
    void shouldReadWhatWasWrittenLast() throws IOException {
        ClockFile file = new ClockFile(directory.resolve("state"));
        assertThat(file.read()).isEmpty();

        file.write(new ClockFile.State("replay", 1, 2));
        file.write(new ClockFile.State("random walk 7", 3, 4));

        assertThat(new ClockFile(directory.resolve("state")).read())
                .contains(new ClockFile.State("random walk 7", 3, 4));
    }
}
