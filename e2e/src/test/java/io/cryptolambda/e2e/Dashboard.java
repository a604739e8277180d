package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.openqa.selenium.Keys;

/** The page as a reader uses it. What it is told to show it waits for; closing it requires a clean console. */
final class Dashboard implements AutoCloseable {
    /** How the page is looked at. */
    enum Screen {
        WIDE_DARK(1280, 860, true),
        WIDE_LIGHT(1280, 860, false),
        NARROW_DARK(390, 844, true),
        NARROW_LIGHT(390, 844, false);

        private final int width;
        private final int height;
        private final boolean dark;

        Screen(int width, int height, boolean dark) {
            this.width = width;
            this.height = height;
            this.dark = dark;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_TABS = 120;

    // Those in sight that can have the focus; of rows under each other one is enough, arrows go to the rest.
    private static final String FOCUSABLE =
            """
            return [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')]
              .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled)
              .map((each, i) => (each.dataset.walked ??= String(i)));
            """;
    private static final String OF_WALK =
            "return document.querySelector('[data-walked=\"' + arguments[0] + '\"]').outerHTML";
    private static final String FOCUSED = "return document.activeElement?.dataset?.walked ?? ''";

    private final Browser browser = new Browser();
    private final String page;

    /** @param page its address */
    Dashboard(String page) {
        this.page = page;
    }

    Browser browser() {
        return browser;
    }

    Dashboard screen(Screen screen) {
        browser.screen(screen.width, screen.height, screen.dark);
        return this;
    }

    /** Opens the chart and waits for its bars. */
    Dashboard chart(String query) {
        browser.open(page + "?" + query);
        await("bars of " + query, () -> bars() > 0 && browser.coloursOnCanvas() > 10);
        return this;
    }

    /** Opens the market and waits for the sparklines of all pairs. */
    Dashboard market(int pairs) {
        browser.open(page + "?view=market");
        await("rows of the market", () -> browser.count("tr .spark:is(.up, .down)") == pairs);
        return this;
    }

    /** Opens the system view and waits until every card says how things stand. */
    Dashboard system() {
        browser.open(page + "?view=system");
        await(
                "cards",
                () -> browser.count(".card .pill") == 7
                        && !browser.textOf("#cards").contains("loading"));
        return this;
    }

    /** Number of bars loaded. */
    long bars() {
        String bars = (String) browser.run("return document.getElementById('chart').dataset.bars ?? '0'");
        return Long.parseLong(bars);
    }

    /** What stands above the chart. */
    String readout() {
        return browser.textOf("#readout");
    }

    /** Goes from bar to bar to the left until the bar spoken of has {@code text}. */
    String stepLeftTo(String text, int most) {
        browser.focus("#chart");
        for (int i = 0; i < most; i++) {
            browser.press(Keys.ARROW_LEFT);
            String spoken = browser.textOf("#spoken");
            if (spoken.contains(text)) {
                return spoken;
            }
        }
        throw new AssertionError("no \"" + text + "\" in " + most + " steps; last: " + browser.textOf("#spoken"));
    }

    /** Elements that can have the focus and that Tab does not come to. */
    List<String> notReachedByTab() {
        @SuppressWarnings("unchecked")
        Collection<String> wanted = (Collection<String>) browser.run(FOCUSABLE);
        Set<String> reached = new LinkedHashSet<>();
        browser.run("document.activeElement.blur()");
        for (int i = 0; i < MOST_TABS && !reached.containsAll(wanted); i++) {
            browser.press(Keys.TAB);
            reached.add((String) browser.run(FOCUSED));
        }
        List<String> missed = new ArrayList<>();
        for (String each : wanted) {
            if (!reached.contains(each)) {
                missed.add((String) browser.run(OF_WALK, each));
            }
        }
        return missed;
    }

    /** Requires that the page is accessible, and keeps a picture of it under {@code target}. */
    Dashboard check(String picture) {
        browser.screenshot(Path.of("target", "dashboard-" + picture + ".png"));
        assertThat(AxeCheck.violations(browser)).as(picture).isEmpty();
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the screen", picture)
                .isTrue();
        return this;
    }

    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition);
    }

    @Override
    public void close() {
        try {
            assertThat(browser.errors()).as("errors on the console").isEmpty();
        } finally {
            browser.close();
        }
    }
}
