package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are written here as the batch layer's {@code export} writes them. */
class ExportedMasterIT {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void shouldNotBeAskedWhereTheLogIsWholeAndNothingWasImported() throws Exception {
        try (ExportedMaster master = new ExportedMaster(folder.resolve("m"), false, this::export)) {
            master.open(new TreeMap<>(Map.of(0, 0L, 1, 0L)), Set.of());

            assertThat(master.counts()).isEmpty();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void shouldGiveWhatTheLogHasLost() throws Exception {
        try (ExportedMaster master = new ExportedMaster(folder.resolve("m"), false, this::export)) {
            master.open(new TreeMap<>(Map.of(0, 7L, 1, 0L)), Set.of("BTCUSDT"));

            assertThat(asked).contains("--below", "0=7,1=0", "--symbols", "BTCUSDT");
            assertThat(master.counts()).containsExactly(Map.entry("BTCUSDT", 2L));
            assertThat(master.candles("BTCUSDT"))
                    .extracting(
                            logged -> logged.position() + " " + logged.candle().openTime())
                    .containsExactly(
                            "5 " + Candles.candle(0, "1").openTime(),
                            "6 " + Candles.candle(1, "1").openTime());
            assertThat(master.candles("ETHUSDT")).isEmpty();
        }
        assertThat(folder.resolve("m")).doesNotExist();
    }

    @Test
    void shouldFailWhereTheMasterCannotBeRead() throws Exception {
        try (ExportedMaster master = new ExportedMaster(folder.resolve("m"), true, arguments -> 1)) {
            assertThatThrownBy(() -> master.open(new TreeMap<>(Map.of(0, 0L)), Set.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("exit code 1");
        }
    }

    private int export(List<String> arguments) throws IOException {
        asked.addAll(arguments);
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments.get(0), "BTCUSDT.gz")))) {
            for (int i = 0; i < 2; i++) {
                file.write(((5 + i) + "\t0\t").getBytes(StandardCharsets.UTF_8));
                file.write(CandleJson.write(Candles.candle(i, "1")));
                file.write('\n');
            }
        }
        return 0;
    }
}
