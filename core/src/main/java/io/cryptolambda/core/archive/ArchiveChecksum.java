package io.cryptolambda.core.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code .CHECKSUM} file beside an archive file says: {@code <sha256>  <name>}.
 *
 * @param sha256 64 hexadecimal digits in lower case
 * @param name name of the file it was taken of
 */
public record ArchiveChecksum(String sha256, String name) {
    /** What is added to a file's name to get its checksum's. */
    public static final String SUFFIX = ".CHECKSUM";

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})\\s+\\*?(\\S+)\\s*");

    /**
     * Reads the text of a checksum file.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ArchiveChecksum parse(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new IllegalArgumentException("not a checksum file: expected '<sha256>  <name>'");
        }
        return new ArchiveChecksum(line.group(1).toLowerCase(Locale.ROOT), line.group(2));
    }

    /** The checksum of a file that is named so. */
    public static ArchiveChecksum of(byte[] bytes, String name) {
        return new ArchiveChecksum(sha256(bytes), name);
    }

    /** The text of its checksum file. */
    public String text() {
        return sha256 + "  " + name + "\n";
    }

    /** The SHA-256 of a file's bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
