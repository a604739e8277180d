package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.MarketValues;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hours of an exchange that fails in every way it can, by a seed, with ingest killed again and again. One seed and two
 * virtual hours; five seeds and thirty hours with the profile {@code long}, of which {@code -Dsoak.seed=N} runs one.
 */
class SoakIT {
    private static final Logger LOG = LoggerFactory.getLogger(SoakIT.class);
    private static final boolean LONG = Boolean.getBoolean("long.tests");
    private static final long FROM = Instant.parse("2025-03-03T22:30:00Z").toEpochMilli();
    private static final Duration HISTORY = Duration.ofHours(3);
    private static final Duration LENGTH = LONG ? Duration.ofHours(30) : Duration.ofHours(2);
    private static final int KILLS = LONG ? 10 : 2;
    private static final String SPEED = LONG ? "180" : "120";
    private static final int SYMBOLS = 50;

    @TempDir
    Path folder;

    static LongStream seeds() {
        Long one = Long.getLong("soak.seed");
        if (one != null) {
            return LongStream.of(one);
        }
        return LONG ? LongStream.rangeClosed(1, 5) : LongStream.of(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldEndWithExactlyWhatTheExchangeHas(long seed) throws Exception {
        BoundedMarket market = BoundedMarket.of(seed, SYMBOLS, FROM, HISTORY, LENGTH);
        try (KafkaProcess kafka = KafkaProcess.start(folder, 4);
                ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, SPEED, seed);
                IngestProcess ingest =
                        new IngestProcess(folder, kafka.address(), exchange.port(), "--top", "0", "--quote", "any")) {
            ingest.start();
            for (long time : killTimes(seed)) {
                await().atMost(Duration.ofMinutes(30)).until(() -> exchange.time() >= time);
                ingest.assertAlive();
                ingest.kill();
                exchange.newClient();
                ingest.start();
            }
            await().atMost(Duration.ofMinutes(30)).until(exchange::ended);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(ingest::caughtUp);

            RawLog log = RawLog.of(kafka.address());
            JsonObject violations = exchange.status().getJsonObject("violations");
            LOG.info(
                    "seed={} candles={} gaps={} violations={}",
                    seed,
                    log.candles().size(),
                    log.gaps().size(),
                    violations);
            assertLog(seed, exchange, log);
            assertNoViolation(seed, violations);
            assertThat(exchange.broken()).isNull();
            assertThat(ingest.terminate()).isZero();
        }
    }

    private static void assertNoViolation(long seed, JsonObject violations) {
        for (String kind : violations.fieldNames()) {
            assertThat(violations.getLong(kind)).as("%s, seed %d", kind, seed).isZero();
        }
    }

    private static void assertLog(long seed, ExchangeUnderTest exchange, RawLog log) {
        Map<String, Candle> expected = exchange.closed();
        Map<String, Candle> found = new TreeMap<>();
        int doubled = 0;
        for (Candle candle : log.candles()) {
            Candle before = found.put(ExchangeUnderTest.key(candle), candle);
            doubled += before != null && before.sameValues(candle) ? 1 : 0;
        }
        assertThat(found.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        assertThat(doubled).as("records sent twice, seed %d", seed).isZero();
        found.forEach((key, candle) -> assertThat(right(candle, expected.get(key)))
                .as("%s, seed %d: %s", key, seed, candle)
                .isTrue());
        TreeSet<String> ledger = new TreeSet<>();
        for (Gap gap : log.gaps().values()) {
            LongStream.range(0, gap.minutes())
                    .forEach(minute -> ledger.add(gap.symbol() + "|" + (gap.from() + minute * 60_000)));
        }
        assertThat(ledger).as("seed %d", seed).isEqualTo(exchange.missing());
    }

    // A candle told wrong whose correction fell into a cut stays as it was told: nobody is told of that.
    private static boolean right(Candle found, Candle expected) {
        MarketValues told = found.market();
        return found.sameValues(expected)
                || told.trades() == expected.market().trades() + 1
                        && told.close().equals(expected.market().close())
                        && told.volume().equals(expected.market().volume());
    }

    private static List<Long> killTimes(long seed) {
        return new SplittableRandom(seed)
                .longs(KILLS, FROM + 600_000, FROM + LENGTH.toMillis() - 600_000)
                .sorted()
                .boxed()
                .toList();
    }
}
