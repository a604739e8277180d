package io.cryptolambda.serving.stream;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of events: {@code PROCESS-SEQUENCE}, for another process counts anew. */
final class EventId {
    private static final Pattern ID = Pattern.compile("([0-9a-f]{8})-(\\d{1,15})");

    private static final String PROCESS = HexFormat.of().formatHex(new SecureRandom().generateSeed(4));

    private EventId() {}

    static String of(long sequence) {
        return PROCESS + "-" + sequence;
    }

    /** The sequence of an id of this process; empty for anything else. */
    static OptionalLong sequence(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches() && parts.group(1).equals(PROCESS)
                ? OptionalLong.of(Long.parseLong(parts.group(2)))
                : OptionalLong.empty();
    }
}
