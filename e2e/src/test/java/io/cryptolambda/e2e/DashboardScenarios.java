package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.openqa.selenium.Keys;

/**
 * What a reader does with the page, on a stack that plays BTCUSDT and ETHUSDT over the exchange's outage of 2023-03-24.
 * Called by the test of that stack, in its order.
 *
 * @param stack the stack
 */
record DashboardScenarios(Stack stack) {
    private static final int PAIRS = 2;

    // Both widths and both themes; each with each takes twice as long.
    private static final List<Dashboard.Screen> SCREENS = Boolean.getBoolean("long.tests")
            ? List.of(Dashboard.Screen.values())
            : List.of(Dashboard.Screen.WIDE_DARK, Dashboard.Screen.NARROW_LIGHT);
    private static final String OUTAGE = "outage at the exchange, 1 h 20 min from 12:40";

    /** While the replay runs, newer minutes come by themselves. */
    void followsTheReplay() {
        Awaitility.await("candles of all pairs").atMost(Duration.ofMinutes(2)).until(() -> stack.api()
                .getIfAvailable("/api/v1/symbols")
                .filter(answer -> answer.path("symbols").size() == PAIRS)
                .isPresent());
        try (Dashboard dashboard = open()) {
            dashboard.chart("symbol=BTCUSDT&interval=1m");
            String first = dashboard.readout();
            dashboard.await("a newer minute", () -> !dashboard.readout().equals(first));
            assertThat(dashboard.browser().textOf("#live")).isEqualTo("live");
        }
    }

    /** At both widths, in both themes: chart, market and system, each accessible. */
    void showsEveryPart(String lastClose) {
        try (Dashboard dashboard = open()) {
            for (Dashboard.Screen screen : SCREENS) {
                String name = screen.name().toLowerCase(Locale.ROOT).replace('_', '-');
                dashboard.screen(screen).chart("symbol=BTCUSDT&interval=15m");
                assertThat(dashboard.browser().textOf("#price")).isEqualTo(lastClose);
                dashboard.check("chart-" + name);
                showsEveryPane(dashboard);
                dashboard.check("panes-" + name);
                dashboard.market(PAIRS).check("market-" + name);
                dashboard.system();
                assertThat(dashboard.browser().textOf("#card-gaps")).contains("1 h 20 min");
                assertThat(dashboard.browser().textOf("#card-parity")).contains("equal, bit for bit");
                assertThat(dashboard.browser().count("#card-stages a[href*='#/overview']"))
                        .isEqualTo(1);
                dashboard.check("system-" + name);
            }
        }
    }

    private static void showsEveryPane(Dashboard dashboard) {
        dashboard.chart("symbol=BTCUSDT&interval=15m&panes=macd,rsi_14,adx_14,atr_14,stoch,mfi_14");
        assertThat(dashboard.readout())
                .contains("MACD", "RSI 14", "ADX 14", "+DI", "\u2212DI", "ATR 14", "%K", "%D", "MFI 14");
        assertThat(dashboard.browser().count(".chip")).isEqualTo(14);
        assertThat(dashboard.browser().count(".chip[title]"))
                .as("each said in a sentence")
                .isEqualTo(14);
    }

    /** The outage is one step wide by keyboard, told by the minute, and nothing is drawn over it. */
    void showsTheOutageAsWhatItIs() {
        try (Dashboard dashboard = open()) {
            dashboard.screen(Dashboard.Screen.WIDE_LIGHT).chart("symbol=BTCUSDT&interval=15m");

            assertThat(dashboard.stepLeftTo("outage", 60)).endsWith(OUTAGE);
            assertThat(dashboard.readout()).contains(OUTAGE).doesNotContain("SMA");
            dashboard.check("outage");
            dashboard.browser().press(Keys.ARROW_LEFT);
            assertThat(dashboard.readout()).startsWith("24 Mar 2023 12:30 UTC");
            assertThat(dashboard.browser().textOf("#origin")).contains("10 of 15 minutes");
        }
    }

    /** Symbol, interval, layer and studies are chosen without loading the page anew, and the URL says so. */
    void choosesWithoutReload() {
        try (Dashboard dashboard = open()) {
            Browser browser = dashboard
                    .screen(Dashboard.Screen.WIDE_DARK)
                    .chart("symbol=BTCUSDT&interval=15m")
                    .browser();
            browser.run("window.stays = true");
            browser.click("#intervals [data-value='1h']");
            browser.click("#overlays [data-value='ema_50']");
            browser.click("#panes [data-value='macd']");
            browser.type("#symbol", "ETH");
            dashboard.await("hours of ETHUSDT", () -> dashboard.bars() == 47);
            dashboard.await("the overlay", () -> dashboard.readout().contains("EMA 50"));
            assertThat(dashboard.readout()).doesNotContain("MACD").contains("RSI 14");
            assertThat(browser.query()).contains("symbol=ETHUSDT", "interval=1h", "ema_50", "panes=rsi_14");
            browser.click("#layers [data-value='batch']");
            dashboard.await("an empty layer", () -> browser.textOf("#notice").contains("has no bar"));
            dashboard.check("empty");
            browser.click("#to-market");
            dashboard.await("the market", () -> browser.shows("tbody .pair"));
            browser.run("history.back()");
            dashboard.await("the chart again", () -> browser.shows("#notice"));
            assertThat(browser.run("return window.stays")).isEqualTo(true);
        }
    }

    /** Older bars come when one pans to the left. */
    void loadsOlderBarsAsOnePans() {
        try (Dashboard dashboard = open()) {
            dashboard.screen(Dashboard.Screen.WIDE_DARK).chart("symbol=BTCUSDT&interval=1m");
            long first = dashboard.bars();
            dashboard.browser().focus("#chart");
            dashboard.await("older bars", () -> {
                dashboard.browser().pressWithShift(Keys.ARROW_LEFT);
                return dashboard.bars() > first + 500;
            });
        }
    }

    void sortsAndFiltersTheMarket() {
        try (Dashboard dashboard = open()) {
            Browser browser =
                    dashboard.screen(Dashboard.Screen.WIDE_DARK).market(PAIRS).browser();
            browser.click("th[data-name='close'] button");
            dashboard.await(
                    "cheapest first", () -> browser.textOf("tbody .pair").equals("ETH/USDT"));
            assertThat(browser.count("th[data-name='close'][aria-sort='ascending']"))
                    .isEqualTo(1);
            browser.click("th[data-name='close'] button");
            dashboard.await("dearest first", () -> browser.textOf("tbody .pair").equals("BTC/USDT"));
            browser.type("#filter", "eth");
            dashboard.await("one pair", () -> browser.textOf("#market-count").equals("1 of 2 pairs"));
            browser.type("#filter", "x");
            dashboard.await("no pair", () -> browser.textOf("#market-notice").equals("No pair matches the filter."));
            dashboard.check("no-pair");
            assertThat(browser.query()).contains("filter=ethx", "sort=-close");
        }
    }

    void reachesEverythingByKeyboard() {
        try (Dashboard dashboard = open()) {
            dashboard.screen(Dashboard.Screen.WIDE_LIGHT).chart("symbol=BTCUSDT&interval=15m");
            assertThat(dashboard.notReachedByTab()).isEmpty();
            dashboard.market(PAIRS);
            assertThat(dashboard.notReachedByTab()).isEmpty();
            dashboard.system();
            assertThat(dashboard.notReachedByTab()).isEmpty();
            dashboard.browser().focus("#theme");
            dashboard.browser().press(Keys.ENTER, Keys.ENTER);
            assertThat(dashboard.browser().run("return document.documentElement.dataset.theme"))
                    .isEqualTo("dark");
        }
    }

    /** Without the store what was loaded stays, and the page says what it is worth; afterwards all is well again. */
    void saysWhatItIsWorthWithoutElasticsearch() {
        try (Dashboard dashboard = open()) {
            Browser browser = dashboard
                    .screen(Dashboard.Screen.WIDE_DARK)
                    .chart("symbol=BTCUSDT&interval=15m")
                    .browser();
            stack.without("elasticsearch", () -> {
                dashboard.await("staleness", () -> browser.shows("#banner"));
                assertThat(browser.textOf("#banner")).contains("Elasticsearch does not answer");
                assertThat(browser.textOf("#live")).startsWith("stale since");
                assertThat(browser.coloursOnCanvas()).isGreaterThan(10);
                dashboard.check("stale");
            });
            dashboard.await("all well again", () -> !browser.shows("#banner"));
            assertThat(browser.errors()).allSatisfy(error -> assertThat(error).contains("503"));
        }
    }

    /** A correction of the newest bar shows without being asked for. */
    void showsACorrectionAsItComes(ObjectNode candle, String corrected) throws Exception {
        String symbol = candle.required("symbol").textValue();
        try (Dashboard dashboard = open();
                RawTopic raw = new RawTopic(stack.kafka())) {
            dashboard.screen(Dashboard.Screen.WIDE_DARK).chart("symbol=" + symbol + "&interval=1m");
            assertThat(dashboard.readout()).doesNotContain(corrected);
            raw.send(symbol, candle.toString());
            dashboard.await("the correction", () -> dashboard.readout().contains(corrected));
        }
    }

    private Dashboard open() {
        return new Dashboard(stack.page());
    }
}
