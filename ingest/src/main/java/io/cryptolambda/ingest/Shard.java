package io.cryptolambda.ingest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several ingests that share the exchange's symbols. A symbol's share follows from its name alone, so new listings
 * fall to exactly one of them without anybody being told.
 *
 * @param index which, from 0
 * @param count of how many
 */
record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    Shard {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("a shard is N/M with N from 0 to M-1, not " + index + "/" + count);
        }
    }

    boolean has(String symbol) {
        CRC32 hash = new CRC32();
        hash.update(symbol.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % count == index;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }

    static final class Converter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is not N/M such as 0/2");
            }
            try {
                return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
