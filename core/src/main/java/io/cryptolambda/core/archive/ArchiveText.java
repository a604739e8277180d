package io.cryptolambda.core.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes the text out of an archive zip that anybody may have made: all of it, or a reason why not. */
public final class ArchiveText {
    /** Longest text that is taken out of a zip, in bytes: a month of 1-minute rows has 7 MB. */
    public static final int LONGEST = 64 * 1024 * 1024;

    private ArchiveText() {}

    /** What was found in a zip. */
    public sealed interface Unpacked {}

    /**
     * The text.
     *
     * @param bytes lines in US-ASCII
     */
    public record Text(byte[] bytes) implements Unpacked {}

    /**
     * Nothing that could be used.
     *
     * @param reason what is wrong with the zip, and after which line where it breaks off
     */
    public record Refused(String reason) implements Unpacked {}

    /**
     * Unpacks a zip that must hold one file, named as the zip is; nothing longer than {@link #LONGEST} is unpacked.
     *
     * @param name the zip's file name
     */
    public static Unpacked unpack(String name, byte[] zip) {
        String expected = name.substring(0, name.length() - ".zip".length()) + ".csv";
        Lines text = new Lines();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = entries.getNextEntry();
            if (entry == null) {
                return new Refused("not a zip file, or an empty one");
            }
            if (!entry.getName().equals(expected)) {
                return new Refused("holds " + entry.getName() + " instead of " + expected);
            }
            if (!text.readAll(entries)) {
                return new Refused("holds more than " + LONGEST + " bytes");
            }
            if (entries.getNextEntry() != null) {
                return new Refused("holds more than one file");
            }
            return new Text(text.bytes());
        } catch (EOFException e) {
            return new Refused("breaks off after line " + text.count());
        } catch (IOException | IllegalArgumentException e) {
            return new Refused("cannot be unpacked beyond line " + text.count() + ": " + e.getMessage());
        }
    }

    private static final class Lines {
        private byte[] buffer = new byte[256 * 1024];
        private int length;

        /** Whether all of it was within the limit. */
        boolean readAll(ZipInputStream entry) throws IOException {
            for (int read = 0; read >= 0; read = entry.read(buffer, length, buffer.length - length)) {
                length += read;
                if (length == buffer.length) {
                    if (length == LONGEST) {
                        return entry.read() < 0;
                    }
                    buffer = Arrays.copyOf(buffer, Math.min(LONGEST, 2 * length));
                }
            }
            return true;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, length);
        }

        long count() {
            return new String(buffer, 0, length, StandardCharsets.US_ASCII)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
        }
    }
}
