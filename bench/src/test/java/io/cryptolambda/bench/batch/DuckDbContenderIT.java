package io.cryptolambda.bench.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison that every run begins with, on a few candles. */
class DuckDbContenderIT {
    @TempDir
    Path folder;

    @Test
    void shouldGiveTheSameSumsAsOurColumnarPass() throws Exception {
        new CandleFiles(folder, 50 * 3_000).generate();
        BarSums ours = new BarSums();
        for (int symbol = 0; symbol < CandleFiles.SYMBOLS; symbol++) {
            ours.plus(SymbolBars.sums(folder, symbol, Work.INDICATORS));
        }

        try (DuckDbContender duckDb = new DuckDbContender(folder, 2)) {
            assertThat(duckDb.run(Work.ROLL_UP).toString()).isEqualTo(ours.toString());
        }
        assertThat(ours.bars()).isGreaterThan(50 * 3_000 / 4);
    }
}
