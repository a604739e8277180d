package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.ingest.binance.ExchangeSymbol;
import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SymbolRefreshTest {
    private static final long START = 1_704_067_200_000L;
    private static final long HOUR = 3_600_000;

    private final ExchangeTime time = new ExchangeTime();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> joined = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private List<String> traded = List.of("BTCUSDT", "ETHUSDT");
    private RuntimeException failure;
    private boolean logAway;
    private int asked;
    private final SymbolRefresh refresh;

    SymbolRefreshTest() {
        time.told(START);
        refresh = new SymbolRefresh(this::choose, symbols(traded), time, this::join, left::add, metrics);
    }

    @Test
    void shouldLookAtTheListEveryHourOfTheExchangesClockOnly() {
        refresh.run();
        time.told(START + HOUR - 1);
        refresh.run();
        assertThat(asked).isZero();

        time.told(START + HOUR);
        refresh.run();
        refresh.run();
        assertThat(asked).isEqualTo(1);

        time.told(START + 2 * HOUR);
        refresh.run();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void shouldTakeInANewListingAndReportWhoLeaves() {
        traded = List.of("BTCUSDT", "SOLUSDT");
        anHourLater();

        assertThat(joined).containsExactly("SOLUSDT");
        assertThat(left).containsExactly("ETHUSDT");
        assertThat(metrics.counter("ingest_symbols_joined").count()).isEqualTo(1);
        assertThat(metrics.counter("ingest_symbols_left").count()).isEqualTo(1);
        assertThat(metrics.get("ingest_symbols").gauge().value()).isEqualTo(2);

        anHourLater();
        assertThat(joined).hasSize(1);
        assertThat(left).hasSize(1);
    }

    @Test
    void shouldLeaveEverythingAsItIsWhereTheExchangeGivesNoAnswerAndAskAtTheNextRun() {
        traded = List.of("BTCUSDT");
        failure = new ExchangeUnavailable("exchangeInfo", 8, "status 503");
        anHourLater();
        assertThat(left).isEmpty();

        failure = null;
        refresh.run();
        assertThat(left).containsExactly("ETHUSDT");
    }

    @Test
    void shouldTakeInANewListingLaterWhereTheLogIsAway() {
        traded = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
        logAway = true;
        anHourLater();
        assertThat(joined).isEmpty();

        logAway = false;
        refresh.run();
        assertThat(joined).containsExactly("SOLUSDT");
    }

    private void anHourLater() {
        time.told(time.newest() + HOUR);
        refresh.run();
    }

    private List<ExchangeSymbol> choose(Set<String> current) {
        asked++;
        if (failure != null) {
            throw failure;
        }
        return symbols(traded);
    }

    private void join(List<ExchangeSymbol> symbols) {
        if (logAway) {
            throw new TimeoutException("no broker");
        }
        symbols.forEach(symbol -> joined.add(symbol.symbol()));
    }

    private static List<ExchangeSymbol> symbols(List<String> names) {
        return names.stream()
                .map(name -> new ExchangeSymbol(name, "TRADING", name.replace("USDT", ""), "USDT"))
                .toList();
    }
}
