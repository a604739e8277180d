package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.testing.HeadlessChromium;
import io.cryptolambda.serving.testing.HeadlessChromium.Opened;
import io.cryptolambda.serving.testing.TestServing;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI in a real browser, under the policy that the server sends with it. */
class DocsPageIT {
    @TempDir
    private Path directory;

    @Test
    void shouldShowTheDescriptionWithoutAWordOnTheConsole() throws Exception {
        HeadlessChromium.requireInstalled();
        HeadlessChromium chromium = new HeadlessChromium(directory);
        assertThat(chromium.open("data:text/html,<script>console.error('heard')</script>")
                        .console())
                .as("what is said on the console is heard")
                .anyMatch(line -> line.contains("heard"));

        try (TestServing serving = TestServing.over(URI.create("http://127.0.0.1:1"))) {
            Opened page = chromium.open(serving.address() + "/docs");

            assertThat(page.dom()).contains("opblock-summary-path", "/api/v1/candles", "/api/v3/klines");
            assertThat(page.console()).isEmpty();
        }
    }
}
