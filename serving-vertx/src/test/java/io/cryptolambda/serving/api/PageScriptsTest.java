package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's scripts: those that draw nothing by Node's own test runner, and that none is forgotten or in the page. */
class PageScriptsTest {
    private static final Path PAGE = Path.of("src/main/resources/io/cryptolambda/serving/page");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'(\\.[^']+)'|new Worker\\('([^']+)'");

    @Test
    void shouldPassTheTestsOfItsModules() throws Exception {
        File output = Files.createTempFile(Path.of("target"), "node", ".txt").toFile();
        Process process;
        try {
            process = new ProcessBuilder("node", "--test", "src/test/js")
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "Node is not here: " + e.getMessage());
            return;
        }
        int status = process.waitFor();

        assertThat(status)
                .as(Files.readString(output.toPath(), StandardCharsets.UTF_8))
                .isZero();
        Files.delete(output.toPath());
    }

    @Test
    void shouldServeEveryModuleThatIsImported() throws Exception {
        Page page = Page.load();
        try (Stream<Path> files = Files.walk(PAGE.resolve("js"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher imported = IMPORT.matcher(Files.readString(file));
                while (imported.find()) {
                    String path = imported.group(1) == null
                            ? imported.group(2)
                            : "/"
                                    + PAGE.relativize(file.resolveSibling(imported.group(1))
                                            .normalize());
                    assertThat(page.paths()).as("import of %s", file).contains(path);
                }
            }
        }
    }

    @Test
    void shouldServeEveryFileOfThePage() throws Exception {
        try (Stream<Path> files = Files.walk(PAGE)) {
            List<String> paths = files.filter(Files::isRegularFile)
                    .map(file -> "/" + PAGE.relativize(file))
                    .map(path -> path.equals("/index.html") ? "/" : path)
                    .toList();
            assertThat(Page.load().paths()).containsAll(paths);
        }
    }

    @Test
    void shouldHaveNoScriptOrStyleInThePageAndReadNoTextAsMarkup() throws Exception {
        assertThat(Files.readString(PAGE.resolve("index.html")))
                .doesNotContainPattern("<script>|style=| on\\w+=|<style");
        try (Stream<Path> files = Files.walk(PAGE.resolve("js"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(");
            }
        }
    }
}
