package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter written = new StringWriter();

    @Test
    void shouldPrintALineAtEachTenthWhereItCannotDrawOver() {
        ProgressBar bar = new ProgressBar(new PrintWriter(written), false);
        bar.expect(1_000);
        for (int i = 0; i < 1_000; i++) {
            bar.step("BTCUSDT 1m");
        }

        assertThat(written.toString().lines())
                .hasSizeLessThan(13)
                .last()
                .asString()
                .contains("1000 of 1000", "100 %");
    }

    @Test
    void shouldDrawOneBarOverOnATerminal() {
        ProgressBar bar = new ProgressBar(new PrintWriter(written), true);
        bar.expect(2);
        bar.step("BTCUSDT 1m");
        bar.step("BTCUSDT 5m");

        assertThat(written.toString()).contains("\r[").endsWith("\n").containsOnlyOnce("\n");
    }
}
