package io.cryptolambda.local.lambda.stack;

import java.util.ArrayList;
import java.util.List;

/** Flags of the child JVMs: small heaps, the collector with the smallest footprint, and death rather than half a life. */
final class Jvm {
    private Jvm() {}

    /** @param heap as {@code -Xmx} takes it, such as {@code 512m} */
    static List<String> flags(String heap, String... more) {
        List<String> flags = new ArrayList<>(
                List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        flags.addAll(List.of(more));
        return flags;
    }
}
