package io.cryptolambda.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.master.MasterForTests;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.access.S3Access;
import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.testing.server.S3Server;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ingest archive} keeps below {@code landing/} is imported from there, as from a folder. */
class StoredImportIT {
    private static final String NOT_ASCII = "\u5e01\u5b89\u4eba\u751fUSDT";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    java.nio.file.Path folder;

    private final Configuration hadoop =
            SparkSessionForTests.get().sparkContext().hadoopConfiguration();
    private Path landing;
    private MasterDataset master;

    @BeforeEach
    void createMaster() {
        master = MasterForTests.create(SparkSessionForTests.get(), folder.resolve("master"));
        new StoreLocation("s3a://" + S3Server.BUCKET, S3Access.at(TestServers.s3()))
                .sparkSettings()
                .forEach((name, value) -> hadoop.set(name.replace("spark.hadoop.", ""), value));
        // In the program the keys come from the environment, which a JVM cannot set for itself.
        hadoop.set("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        hadoop.set("fs.s3a.access.key", S3Server.ACCESS_KEY);
        hadoop.set("fs.s3a.secret.key", S3Server.SECRET_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3a", "file"})
    void shouldImportWhatIsSoundAndSayOfTheRestWhichFileWhichLineAndWhy(String scheme) throws Exception {
        landing = landing(scheme);
        keepWithChecksum("BTCUSDT-1m-2024-01-01", Zips.row(0, "42.00000000"), "x", Zips.row(1, "43.00000000"));
        keepWithChecksum(NOT_ASCII + "-1m-2024-01-01", Zips.row(0, "2.00000000"));
        keepWithChecksum("BTCUSDT-1h-2024-01-01", Zips.row(0, "42.00000000"));
        String changed = keepWithChecksum("ETHUSDT-1m-2024-01-01", Zips.row(0, "42.00000000"));
        keep(changed, Zips.bytes("ETHUSDT-1m-2024-01-01.csv", List.of(Zips.row(0, "41.00000000"))));
        keep(path("SOLUSDT-1m-2024-01-01"), "no zip".getBytes(StandardCharsets.US_ASCII));
        keep("notes.txt", new byte[] {1});

        ImportResult result = run();

        assertThat(result.imported()).isEqualTo(2);
        assertThat(result.withoutChecksum()).isEqualTo(1);
        assertThat(result.ignored()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.refusals())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("ETHUSDT-1m-2024-01-01.zip does not match its checksum: published "),
                        text -> assertThat(text)
                                .isEqualTo("SOLUSDT-1m-2024-01-01.zip not a zip file, or an empty one"));
        assertThat(master.snapshot()
                        .valid()
                        .select("symbol")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("BTCUSDT", "BTCUSDT", NOT_ASCII);
        assertThat(master.snapshot().rejections().first().<String>getAs("rejected"))
                .startsWith("BTCUSDT-1m-2024-01-01.zip line 2: expected 12 columns");

        assertThat(run().known()).as("the same files again").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3a", "file"})
    void shouldSayThatThereIsNothing(String scheme) {
        landing = landing(scheme);

        assertThatThrownBy(this::run)
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining(landing.toUri().getPath());
    }

    private Path landing(String scheme) {
        return new Path(
                scheme.equals("file")
                        ? folder.resolve("landing files").toUri().toString()
                        : "s3a://" + S3Server.BUCKET + "/" + UUID.randomUUID() + "/landing");
    }

    /** Keeps a sound zip of these lines where a download puts it; returns where. */
    private String keepWithChecksum(String name, String... lines) throws IOException {
        byte[] zip = Zips.bytes(name + ".csv", List.of(lines));
        String path = path(name);
        keep(path, zip);
        keep(
                path + ArchiveChecksum.SUFFIX,
                ArchiveChecksum.of(zip, name + ".zip").text().getBytes(StandardCharsets.UTF_8));
        return path;
    }

    private static String path(String name) {
        String[] parts = name.split("-", 3);
        return "data/spot/daily/klines/" + parts[0] + "/" + parts[1] + "/" + name + ".zip";
    }

    private void keep(String path, byte[] bytes) throws IOException {
        try (FSDataOutputStream out = landing.getFileSystem(hadoop).create(new Path(landing, path), true)) {
            out.write(bytes);
        }
    }

    private ImportResult run() throws IOException, InterruptedException {
        SparkSession spark = SparkSessionForTests.get();
        ImportJob.Settings settings = new ImportJob.Settings(
                landing.toString(),
                new FileSelection(List.of(), null, null),
                false,
                KafkaAccess.at("127.0.0.1:1"),
                1,
                Duration.ofHours(24),
                2);
        return new ImportJob(spark, master, settings, CLOCK).run("run-" + UUID.randomUUID());
    }
}
