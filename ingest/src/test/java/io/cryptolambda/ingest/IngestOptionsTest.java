package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class IngestOptionsTest {
    @Command
    private static final class Program {
        @Mixin
        private final IngestOptions options = new IngestOptions();
    }

    @Test
    void shouldBeginThirtyDaysBackWithTheTwentyLargestUsdtPairsUnlessToldOtherwise() {
        IngestOptions options = options();

        assertThat(options.backfill()).isEqualTo(Duration.ofDays(30));
        assertThat(options.top).isEqualTo(20);
        assertThat(options.quote).isEqualTo("USDT");
        assertThat(options.symbols).isEmpty();
        assertThat(options.openCandles).isFalse();
        assertThat(options.host).isEqualTo("127.0.0.1");
    }

    @Test
    void shouldTakeTheBackfillInDaysOrAsADuration() {
        assertThat(options("--backfill", "36h").backfill()).isEqualTo(Duration.ofHours(36));
        assertThat(options("--backfill", "36h", "--backfill-days", "7").backfill())
                .isEqualTo(Duration.ofDays(7));
    }

    private static IngestOptions options(String... line) {
        Program program = new Program();
        new CommandLine(program).parseArgs(line);
        return program.options;
    }
}
