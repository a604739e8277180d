package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.config.EnvironmentDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code .env.example} lists every option of every program, and nothing else. */
class EnvironmentExampleIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern OPTION = Pattern.compile("names = \"(--[a-z0-9-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^#(LAMBDA_[A-Z0-9_]+)=");
    private static final String FOR_TESTS = "LAMBDA_REALDATA";

    /** Our programs; Elasticsearch's main is a server that only the supervisor starts. */
    private static final List<String> PROGRAMS = List.of(
            "core",
            "ingest",
            "speed-kstreams",
            "speed-flink",
            "batch-spark",
            "serving-vertx",
            "local/exchange",
            "local/lambda");

    @Test
    void shouldListEveryOptionOfEveryProgram() throws IOException {
        Set<String> listed = new TreeSet<>(find(VARIABLE, ROOT.resolve(".env.example")));
        listed.remove(FOR_TESTS);
        Set<String> options = new TreeSet<>();
        for (String program : PROGRAMS) {
            for (Path source : sources(ROOT.resolve(program).resolve("src/main/java"))) {
                find(OPTION, source).stream().map(EnvironmentDefaults::variable).forEach(options::add);
            }
        }

        assertThat(options).hasSizeGreaterThan(40);
        assertThat(listed).isEqualTo(options);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> find(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
