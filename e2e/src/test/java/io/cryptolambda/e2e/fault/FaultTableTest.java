package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} has a row for each fault, and names only tests and faults that exist. */
class FaultTableTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\| (.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))\\.(should\\w+)`");
    private static final Pattern SUITE = Pattern.compile("suite ((?:`[a-z0-9-]+`(?:, | and )?)+)");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    private final String text = read(ROOT.resolve("docs/faults.md"));

    @Test
    void shouldHaveARowForEachOfThe36ThatSaysWhereItIsTestedOrThatItIsNot() {
        List<Integer> numbers = new ArrayList<>();
        ROW.matcher(text).results().forEach(row -> {
            numbers.add(Integer.valueOf(row.group(1)));
            assertThat(row.group(2)).containsAnyOf("`", "not tested", "cannot");
        });

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 36).boxed().toList());
    }

    @Test
    void shouldNameOnlyTestsThatExist() throws IOException {
        List<String> missing = new ArrayList<>();
        List<Path> tests = tests();
        TEST.matcher(text).results().forEach(test -> {
            boolean exists = tests.stream()
                    .filter(file -> file.getFileName().toString().equals(test.group(1) + ".java"))
                    .anyMatch(file -> read(file).contains("void " + test.group(2) + "("));
            if (!exists) {
                missing.add(test.group());
            }
        });

        assertThat(missing).isEmpty();
        assertThat(TEST.matcher(text).results()).hasSizeGreaterThan(40);
    }

    @Test
    void shouldNameOnlyFaultsThatTheSuiteHas() {
        List<String> known =
                Faults.all(Duration.ofSeconds(90)).stream().map(Fault::name).toList();
        List<String> named = SUITE.matcher(text)
                .results()
                .flatMap(suite -> NAME.matcher(suite.group(1)).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(known).containsAll(named);
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (file, attributes) -> file.toString().contains("src/test/java")
                        && file.toString().endsWith(".java"))) {
            return files.toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
