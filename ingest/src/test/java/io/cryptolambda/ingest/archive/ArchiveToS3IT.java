package io.cryptolambda.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.testing.server.RoleCredentials;
import io.cryptolambda.core.testing.server.S3Server;
import io.cryptolambda.ingest.IngestMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ingest archive} as it is called, from an archive into a real S3 server. */
class ArchiveToS3IT {
    private static final String LINE = "1704067200000,1,2,1,2,5,1704067259999,7,3,1,1,0\n";
    private static final String DAYS = "data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-";
    private static final String FIRST = DAYS + "2024-01-01.zip";
    private static final String SECOND = DAYS + "2024-01-02.zip";
    private static final String MONTH = "data/spot/monthly/klines/BTCUSDT/1m/BTCUSDT-1m-2024-01.zip";
    private static final String ALL = "{\"fetched\":%d,\"skipped\":%d,\"missing\":%d,\"failed\":%d}";

    @TempDir
    static Path folder;

    private static S3Server s3;

    private ArchiveFilesServer archive;

    /** Each test has a folder of the bucket to itself. */
    private String prefix;

    @BeforeAll
    static void startS3() {
        s3 = S3Server.start(folder);
        setKeys();
    }

    private static void setKeys() {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
    }

    @AfterAll
    static void stopS3() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        s3.close();
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        archive = new ArchiveFilesServer();
        prefix = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void shouldKeepFilesAndTheirChecksumsUnderLanding() throws Exception {
        byte[] first = archive.issue(FIRST, LINE);
        archive.issue(SECOND, LINE + LINE);

        assertTakes(0, 2, 0, 0, 0);

        assertThat(stored(FIRST)).hasBinaryContent(first);
        assertThat(stored(SECOND)).exists();
        assertThat(stored(FIRST + ArchiveChecksum.SUFFIX))
                .hasContent(ArchiveChecksum.sha256(first) + "  BTCUSDT-1m-2024-01-01.zip\n");
    }

    @Test
    void shouldTakeAWholeMonthAsOneFile() throws Exception {
        byte[] month = archive.issue(MONTH, LINE);

        assertTakes(0, 1, 0, 0, 0, "2024-01-01", "2024-01-31");

        assertThat(stored(MONTH)).hasBinaryContent(month);
    }

    @Test
    void shouldSkipWhatIsThereWithTheSameChecksum() throws Exception {
        archive.issue(FIRST, LINE);
        archive.issue(SECOND, LINE);
        assertTakes(0, 2, 0, 0, 0);
        int requests = archive.requests();

        assertTakes(0, 0, 2, 0, 0);

        assertThat(archive.requests() - requests).as("the checksums alone").isEqualTo(2);
    }

    @Test
    void shouldFetchAgainWhatWasIssuedAgainOrIsLost() throws Exception {
        archive.issue(FIRST, LINE);
        archive.issue(SECOND, LINE);
        assertTakes(0, 2, 0, 0, 0);

        byte[] again = archive.issue(FIRST, LINE + LINE);
        Files.delete(stored(SECOND));
        assertTakes(0, 2, 0, 0, 0);

        assertThat(stored(FIRST)).hasBinaryContent(again);
        assertThat(stored(SECOND)).exists();
    }

    @Test
    void shouldRefuseAFileThatIsNotWhatItsChecksumSays() throws Exception {
        archive.issue(FIRST, LINE);
        archive.checksum(FIRST, ArchiveChecksum.sha256(new byte[0]));
        archive.issue(SECOND, LINE);

        assertTakes(1, 1, 0, 0, 1);

        assertThat(stored(FIRST)).doesNotExist();
        assertThat(stored(SECOND)).exists();
    }

    @Test
    void shouldRefuseAChecksumThatIsNone() throws Exception {
        archive.issue(FIRST, LINE);
        archive.checksum(FIRST, "<html>");
        archive.issue(SECOND, LINE);

        assertTakes(1, 1, 0, 0, 1);
    }

    @Test
    void shouldNotTakeAFileWithoutAChecksum() throws Exception {
        archive.issue(FIRST, LINE);
        archive.withdraw(FIRST + ArchiveChecksum.SUFFIX);
        archive.issue(SECOND, LINE);

        assertTakes(0, 1, 0, 1, 0);

        assertThat(stored(FIRST)).doesNotExist();
    }

    @Test
    void shouldKeepFilesByARoleWithoutAnyKey() throws Exception {
        byte[] first = archive.issue(FIRST, LINE);
        archive.issue(SECOND, LINE);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");

        try (RoleCredentials role = RoleCredentials.ofS3Server()) {
            assertTakes(0, 2, 0, 0, 0);
            assertThat(role.requests()).isPositive();
        } finally {
            setKeys();
        }

        assertThat(stored(FIRST)).hasBinaryContent(first);
    }

    @Test
    void shouldFailWithoutTheStore() throws Exception {
        archive.issue(FIRST, LINE);
        archive.issue(SECOND, LINE);

        assertThat(run("s3a://no-such-bucket", "2024-01-01", "2024-01-02").exitCode)
                .isEqualTo(1);
    }

    private void assertTakes(int exitCode, int fetched, int skipped, int missing, int failed, String... span) {
        String from = span.length == 0 ? "2024-01-01" : span[0];
        String to = span.length == 0 ? "2024-01-02" : span[1];
        Result result = run("s3a://" + S3Server.BUCKET + "/" + prefix, from, to);

        assertThat(result.summary).isEqualTo(String.format(ALL, fetched, skipped, missing, failed));
        assertThat(result.exitCode).isEqualTo(exitCode);
    }

    private record Result(int exitCode, String summary) {}

    private Result run(String store, String from, String to) {
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            int exitCode = new CommandLine(new IngestMain())
                    .execute(
                            "archive",
                            "--symbols=BTCUSDT",
                            "--from=" + from,
                            "--to=" + to,
                            "--archive-url=" + archive.url(),
                            "--store=" + store,
                            "--s3-endpoint=" + s3.address());
            List<String> lines = output.toString(StandardCharsets.UTF_8).lines().toList();
            return new Result(exitCode, lines.get(lines.size() - 1));
        } finally {
            System.setOut(before);
        }
    }

    private Path stored(String path) {
        return s3.object(prefix + "/landing/" + path);
    }
}
