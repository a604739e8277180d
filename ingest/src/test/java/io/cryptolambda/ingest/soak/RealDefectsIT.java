package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchange's own outage and a defect of its archive, replayed from the real files into a real log. */
class RealDefectsIT {
    private static final List<String> ALL = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final long OUTAGE = Instant.parse("2023-03-24T12:40:00Z").toEpochMilli();
    private static final long LOST = Instant.parse("2023-02-14T16:39:00Z").toEpochMilli();
    private static final LocalDate DEFECT_FROM = LocalDate.of(2023, 2, 13);
    private static final LocalDate DEFECT_TO = LocalDate.of(2023, 2, 15);

    @TempDir
    Path folder;

    @Test
    void shouldEndWithTheFilesCandlesAndTheOutageAsTheExchanges() throws Exception {
        LocalDate from = LocalDate.of(2023, 3, 20);
        LocalDate to = LocalDate.of(2023, 3, 28);
        ReplayMarket market = ReplayMarket.open(RealData.daily("1m"), from, to, ALL);

        RawLog log = replay(market);

        assertSame(log.candles(), files(from, to, ALL));
        assertThat(log.gaps().values()).hasSize(3).allSatisfy(gap -> {
            assertThat(gap.from()).isEqualTo(OUTAGE);
            assertThat(gap.minutes()).isEqualTo(80);
            assertThat(gap.cause()).isEqualTo(Gap.Cause.EXCHANGE);
        });
    }

    @Test
    void shouldRecordTheMinuteThatTheArchiveHasLost() throws Exception {
        ReplayMarket market = ReplayMarket.open(RealData.daily("1m"), DEFECT_FROM, DEFECT_TO, List.of("SOLUSDT"));

        RawLog log = replay(market);

        assertSame(log.candles(), files(DEFECT_FROM, DEFECT_TO, List.of("SOLUSDT")));
        assertThat(log.gaps().values()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(LOST);
            assertThat(gap.minutes()).isEqualTo(1);
        });
    }

    @Test
    void shouldFillTheMinuteThatOnlyTheExchangesHistoryHas() throws Exception {
        ReplayMarket market = ReplayMarket.open(RealData.daily("1m"), DEFECT_FROM, DEFECT_TO, List.of("SOLUSDT"));
        Candle lost = lost(market);

        RawLog log = replay(new LateHistoryMarket(market, lost));

        List<Candle> expected = new ArrayList<>(files(DEFECT_FROM, DEFECT_TO, List.of("SOLUSDT")));
        expected.add(lost);
        expected.sort(Comparator.comparingLong(Candle::openTime));
        assertSame(log.candles(), expected);
        assertThat(log.gaps()).isEmpty();
    }

    private RawLog replay(Market market) throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder, 2);
                ExchangeUnderTest exchange = new ExchangeUnderTest(folder, new IdleDayMarket(market), "max", null);
                IngestProcess ingest = new IngestProcess(folder, kafka.address(), exchange.port())) {
            ingest.start();
            await().atMost(Duration.ofMinutes(5)).until(() -> exchange.ended() && ingest.caughtUp());
            await("gaps asked for again after an hour and a day")
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            RawLog.of(kafka.address()).gaps().values().stream().allMatch(gap -> gap.asked() == 3));
            RawLog log = RawLog.of(kafka.address());
            assertThat(ingest.terminate()).isZero();
            return log;
        }
    }

    // Nothing lost, nothing doubled, a symbol's candles in the order of time.
    private static void assertSame(List<Candle> found, List<Candle> expected) {
        for (String symbol : ALL) {
            assertThat(of(found, symbol))
                    .usingElementComparator(Comparator.comparing(Candle::openTime)
                            .thenComparing((ours, theirs) -> ours.sameValues(theirs) ? 0 : 1))
                    .containsExactlyElementsOf(of(expected, symbol));
        }
    }

    private static List<Candle> of(List<Candle> candles, String symbol) {
        return candles.stream().filter(candle -> candle.symbol().equals(symbol)).toList();
    }

    private static List<Candle> files(LocalDate from, LocalDate to, List<String> symbols) throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (String symbol : symbols) {
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                candles.addAll(ArchiveFile.of(RealData.dailyZip(symbol, "1m", day.toString()))
                        .orElseThrow()
                        .candles(Market.EXCHANGE));
            }
        }
        return candles;
    }

    // What the quarter of an hour has more than its other fourteen minutes.
    private static Candle lost(Market market) throws IOException {
        MarketValues quarter =
                ArchiveFile.of(RealData.dailyZip("SOLUSDT", "15m", "2023-02-14")).orElseThrow().rows().stream()
                        .filter(row -> row.openTime() == LOST - 9 * 60_000)
                        .findFirst()
                        .orElseThrow()
                        .market();
        List<Candle> minutes = market.day("SOLUSDT", Market.dayOf(LOST)).stream()
                .filter(candle -> candle.openTime() >= LOST - 9 * 60_000 && candle.openTime() < LOST + 6 * 60_000)
                .toList();
        MarketValues others = minutes.stream()
                .map(Candle::market)
                .reduce(MarketValues::followedBy)
                .orElseThrow();
        BigDecimal before = minutes.get(8).market().close();
        BigDecimal after = minutes.get(9).market().open();
        MarketValues values = new MarketValues(
                before,
                before.max(after),
                before.min(after),
                after,
                quarter.volume().subtract(others.volume()),
                quarter.quoteVolume().subtract(others.quoteVolume()),
                quarter.trades() - others.trades(),
                quarter.takerBuyVolume().subtract(others.takerBuyVolume()),
                quarter.takerBuyQuoteVolume().subtract(others.takerBuyQuoteVolume()));
        assertThat(values.trades()).isEqualTo(162);
        return new Candle(
                Market.EXCHANGE, "SOLUSDT", "SOL/USDT", LOST, LOST + 59_999, values, Source.REST, LOST + 60_000);
    }
}
