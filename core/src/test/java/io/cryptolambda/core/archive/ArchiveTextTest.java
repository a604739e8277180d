package io.cryptolambda.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.archive.ArchiveText.Refused;
import io.cryptolambda.core.archive.ArchiveText.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveTextTest {
    private static final String NAME = "BTCUSDT-1m-2024-01-01.zip";
    private static final String ENTRY = "BTCUSDT-1m-2024-01-01.csv";
    private static final String ROW = "1704067200000,42283.58000000,42298.62000000,42261.02000000,42298.61000000,"
            + "35.92724000,1704067259999,1519031.69451920,1327,23.18766000,980394.71034560,0";

    @Test
    void shouldTakeOutTheText() throws IOException {
        byte[] text = random(1_000_000);

        assertThat(ArchiveText.unpack(NAME, zip(ENTRY, text)))
                .isInstanceOfSatisfying(
                        Text.class, unpacked -> assertThat(unpacked.bytes()).isEqualTo(text));
    }

    @Test
    void shouldRefuseAnotherSymbolsFile() throws IOException {
        assertRefused(zip("ETHUSDT-1m-2024-01-01.csv", bytes("1")), "holds ETHUSDT-1m-2024-01-01.csv instead of");
    }

    @Test
    void shouldRefuseWhatIsNoZip() {
        assertRefused(bytes("<html>not found</html>"), "not a zip file");
        assertRefused(new byte[0], "not a zip file");
    }

    @Test
    void shouldTellAfterWhichLineATruncatedZipBreaksOff() throws IOException {
        String text = IntStream.range(0, 1_440).mapToObj(i -> ROW + i).collect(Collectors.joining("\n"));
        byte[] whole = zip(ENTRY, bytes(text));

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "breaks off after line ");
    }

    @Test
    void shouldRefuseAnyDamage() throws IOException {
        byte[] text = random(20_000);
        byte[] whole = zip(ENTRY, text);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            int at = 60 + random.nextInt(19_000);
            damaged[at] ^= (byte) (1 + random.nextInt(255));

            assertThat(ArchiveText.unpack(NAME, damaged)).as("byte %d", at).isInstanceOf(Refused.class);
        }
    }

    @Test
    void shouldNotUnpackABomb() throws IOException {
        byte[] bomb = zip(ENTRY, new byte[ArchiveText.LONGEST + 1]);

        assertThat(bomb.length).isLessThan(100_000);
        assertRefused(bomb, "holds more than");
    }

    @Test
    void shouldNameLineAndReasonOfABadRowAndReadTheOthers() {
        String text = String.join(
                "\n",
                "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore",
                ROW,
                ROW.replace("1704067200000", "1704067214789"),
                ROW.replace("1704067200000", "1704153600000"),
                ROW.replace("42298.62000000", "x"),
                "1,2,3");
        List<ArchiveLine> lines = new ArrayList<>();
        ArchiveLine.read(ArchiveFile.of(Path.of(NAME)).orElseThrow(), bytes(text), "binance", lines::add);

        assertThat(lines.get(0)).isInstanceOfSatisfying(ArchiveLine.Good.class, good -> assertThat(
                        good.candle().symbol())
                .isEqualTo("BTCUSDT"));
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> ((ArchiveLine.Bad) line).number())
                .containsExactly(3, 4, 5, 6);
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> ((ArchiveLine.Bad) line).reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("whole minute"),
                        reason -> assertThat(reason).contains("not within 2024-01-01"),
                        reason -> assertThat(reason).contains("not a number"),
                        reason -> assertThat(reason).contains("12 columns"));
    }

    @Test
    void shouldReadAChecksumFile() {
        String digest = ArchiveChecksum.sha256(bytes(""));

        assertThat(digest).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ArchiveChecksum.parse(digest + "  " + NAME + "\n")).isEqualTo(new ArchiveChecksum(digest, NAME));
        assertThatThrownBy(() -> ArchiveChecksum.parse("<html>")).hasMessageContaining("not a checksum file");
    }

    private static void assertRefused(byte[] zip, String reason) {
        assertThat(ArchiveText.unpack(NAME, zip))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(reason));
    }

    private static byte[] zip(String entry, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
