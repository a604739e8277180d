package io.cryptolambda.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility rules of axe-core, run in the page that a browser shows. */
final class AxeCheck {
    private static final String SCRIPT = script();
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run().then((found) => done(found.violations
              .filter((each) => ['serious', 'critical'].includes(each.impact))
              .map((each) => each.id + ': ' + each.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; '))));
            """;

    private AxeCheck() {}

    /** What is serious or critical, each with the elements it is about. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Browser browser) {
        browser.run(SCRIPT);
        return (List<String>) browser.runUntilCalledBack(RUN);
    }

    private static String script() {
        try (InputStream stream = AxeCheck.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
