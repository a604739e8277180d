package io.cryptolambda.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyBenchTest {
    @TempDir
    private Path folder;

    @Test
    void shouldFindNoDeviationFromTheOracleOnTheDayOfAnOutage() throws IOException {
        Path day = RealData.dailyZip("BTCUSDT", "1m", "2023-03-24");
        Files.copy(day, folder.resolve(day.getFileName()));
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new AccuracyBench())
                .setOut(new PrintWriter(out))
                .execute("--minute-step", "10", folder.toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("of 136 candles", "all within bounds");
        for (Feature feature : Feature.values()) {
            assertThat(out.toString()).contains("| " + feature.text() + " ");
        }
        for (Indicator indicator : Indicator.values()) {
            assertThat(out.toString()).contains("| " + indicator.text() + " ");
        }
    }

    @Test
    void shouldSayWhereThereIsNothingToCompare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandleRuns.in(folder))
                .withMessageContaining("no file SYMBOL-1m-YYYY-MM-DD.zip");
    }
}
