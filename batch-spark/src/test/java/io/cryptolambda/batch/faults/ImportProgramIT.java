package io.cryptolambda.batch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.batch.importing.Zips;
import io.cryptolambda.core.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program's {@code import} and {@code check}, with a real log. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class ImportProgramIT {
    @TempDir
    private Path files;

    @Test
    void shouldSendWhatIsNearTheNewestCandleToTheLogAndTheRestToTheMasterAndMakeTheExchangesBarsOfIt()
            throws Exception {
        Batch batch = Batch.onS3("import");
        try (RawLogForTests log = RawLogForTests.fresh(2)) {
            log.write(RawLogForTests.day("BTCUSDT", "2024-01-04").subList(0, 60));
            for (int day = 1; day <= 3; day++) {
                String name = "BTCUSDT-1m-2024-01-0" + day + ".zip";
                Files.copy(RealData.dailyZip("BTCUSDT", "1m", "2024-01-0" + day), files.resolve(name));
            }
            Zips.write(files, "ETHUSDT-1m-2024-01-01", List.of("broken", Zips.row(0, "1.00000000")));
            Files.writeString(files.resolve("SOLUSDT-1m-2024-01-01.zip"), "no zip");

            Batch.Ended imported = batch.run("import", files.toString());

            JsonNode summary = imported.summary().path("import");
            assertThat(imported.exitCode()).as("%s", imported).isEqualTo(1);
            assertThat(summary.at("/refusals/0").asText()).startsWith("SOLUSDT-1m-2024-01-01.zip not a zip file");
            assertThat(summary.path("imported").asInt()).isEqualTo(4);
            assertThat(summary.path("rejected").asInt()).isEqualTo(1);
            // Newest 2024-01-04T00:59; from two days before that on it is the log's.
            assertThat(summary.path("to_log").asInt()).isEqualTo(2 * 1_440 - 59);
            assertThat(summary.path("to_master").asInt()).isEqualTo(1_440 + 59 + 1);

            JsonNode all = batch.run("all").requireSuccess().summary();
            assertThat(all.at("/archive/records").asInt()).isEqualTo(2 * 1_440 - 59);
            assertThat(all.at("/recompute/candles").asInt()).isEqualTo(3 * 1_440 + 60 + 1);

            Path folder = Files.createDirectory(files.resolve("exchange"));
            for (String interval : List.of("15m", "1h", "1d")) {
                for (String day : List.of("2024-01-01", "2024-01-02", "2024-01-03")) {
                    Path zip = RealData.dailyZip("BTCUSDT", interval, day);
                    Files.copy(zip, folder.resolve(zip.getFileName()));
                }
            }
            JsonNode check = batch.run("check", folder.toString())
                    .requireSuccess()
                    .summary()
                    .path("check");
            assertThat(check.path("equal").asInt()).isEqualTo(3 * (96 + 24 + 1));
            assertThat(check.path("different").asInt()).isZero();
            assertThat(Servers.shared().objects("import/checks/latest.json")).exists();
        }
    }
}
