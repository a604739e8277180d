package io.cryptolambda.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ConfigurationTest {
    @Command
    private static final class Program {
        @Option(names = "--batch-every", defaultValue = "5m", converter = DurationConverter.class)
        Duration batchEvery;
    }

    @Test
    void shouldPreferTheCommandLineThenTheEnvironmentThenTheDefault() {
        assertThat(parse(Map.of())).hasMinutes(5);
        assertThat(parse(Map.of("LAMBDA_BATCH_EVERY", "2h"))).hasHours(2);
        assertThat(parse(Map.of("LAMBDA_BATCH_EVERY", ""))).hasMinutes(5);
        assertThat(parse(Map.of("LAMBDA_BATCH_EVERY", "2h"), "--batch-every", "30s"))
                .hasSeconds(30);
    }

    @Test
    void shouldReadDurationsAsPeopleWriteThem() throws Exception {
        DurationConverter converter = new DurationConverter();
        assertThat(converter.convert("100ms")).hasMillis(100);
        assertThat(converter.convert("2d")).hasDays(2);
        assertThat(converter.convert("0")).isZero();
        assertThatThrownBy(() -> converter.convert("5 minutes"))
                .hasMessage("'5 minutes' is not a duration such as 100ms, 5s, 30m, 24h or 2d");
        for (String text : new String[] {"100ms", "5s", "30m", "23h", "2d", "0"}) {
            assertThat(DurationConverter.format(converter.convert(text))).isEqualTo(text);
        }
    }

    private static Duration parse(Map<String, String> environment, String... arguments) {
        Program program = new Program();
        new CommandLine(program)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return program.batchEvery;
    }
}
