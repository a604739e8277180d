package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the programs say. */
class ConfigurationReferenceIT {
    @Test
    void shouldSayWhatTheProgramsSay() throws IOException {
        String printed = Command.run(List.of("docs/write-configuration", "--print"))
                .requireSuccess()
                .output();

        assertThat(printed.lines()).hasSizeGreaterThan(100);
        assertThat(Files.readString(Jvm.ROOT.resolve("docs/configuration.md")))
                .as("written anew by docs/write-configuration")
                .isEqualTo(printed);
    }
}
