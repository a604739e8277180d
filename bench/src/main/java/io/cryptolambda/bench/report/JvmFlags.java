package io.cryptolambda.bench.report;

import java.util.List;
import java.util.stream.Stream;

/** Flags of the JVMs that benchmarks start. */
public final class JvmFlags {
    // What Spark's own launcher opens for it (JavaModuleOptions).
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    private JvmFlags() {}

    /** What Spark needs on JDK 17, and a collector that fits two cores. */
    public static List<String> ofSpark() {
        return Stream.concat(
                        Stream.of("-XX:+UseParallelGC", "-Djdk.reflect.useDirectMethodHandle=false"),
                        OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED"))
                .toList();
    }
}
