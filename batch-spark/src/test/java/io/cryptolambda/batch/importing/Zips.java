package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveChecksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archive files. */
public final class Zips {
    private Zips() {}

    /** Writes {@code NAME.zip} that holds {@code NAME.csv} with the lines. */
    public static Path write(Path folder, String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name + ".zip"), bytes(name + ".csv", lines));
    }

    /** Writes the checksum file beside a zip. */
    public static void writeChecksum(Path zip) throws IOException {
        String digest = ArchiveChecksum.sha256(Files.readAllBytes(zip));
        Files.writeString(
                zip.resolveSibling(zip.getFileName() + ArchiveChecksum.SUFFIX),
                digest + "  " + zip.getFileName() + "\n");
    }

    /** A flat row at {@code minute} of 2024-01-01 with the given close. */
    public static String row(long minute, String close) {
        long open = 1_704_067_200_000L + minute * 60_000;
        return String.join(
                ",",
                Long.toString(open),
                close,
                close,
                close,
                close,
                "1.00000000",
                Long.toString(open + 59_999),
                close,
                "3",
                "0.50000000",
                "1.00000000",
                "0");
    }

    static byte[] bytes(String entry, List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(String.join("\n", lines).getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
