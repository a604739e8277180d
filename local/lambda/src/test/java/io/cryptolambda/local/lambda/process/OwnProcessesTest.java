package io.cryptolambda.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OwnProcessesTest {
    private final String marker = Launcher.marker(Path.of("/data/one"));

    @Test
    void shouldRecogniseAProcessByItsDataDirectory() {
        assertThat(OwnProcesses.belongs(new String[] {marker, "-Dlambda.process=kafka", "@kafka.args"}, marker))
                .isTrue();
    }

    @Test
    void shouldLeaveTheProcessesOfAnotherDataDirectoryAlone() {
        String longer = Launcher.marker(Path.of("/data/one-more"));

        assertThat(OwnProcesses.belongs(new String[] {longer, "@kafka.args"}, marker))
                .isFalse();
    }

    @Test
    void shouldLeaveAProcessAloneThatOnlyMentionsTheMarker() {
        assertThat(OwnProcesses.belongs(new String[] {"grep", "found " + marker}, marker))
                .isFalse();
    }
}
