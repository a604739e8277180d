package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What many symbols cost and how soon their candles are in the log; the figures are printed. Real time for
 * {@code -Dload.minutes} minutes (5) after one to warm up, with the profile {@code long} only.
 */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class LoadIT {
    private static final Logger LOG = LoggerFactory.getLogger(LoadIT.class);
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("load.minutes", 5));

    @TempDir
    Path folder;

    @Test
    void shouldHaveFiveHundredSymbolsInTheLogWithinASecondAtLittleCost() throws Exception {
        Load load = measure(500, "1", LENGTH);

        assertThat(load.candles).as("candles").isGreaterThanOrEqualTo(500 * (LENGTH.toMinutes() - 1));
        assertThat(load.ninetyNinth).as("99 % acknowledged within, seconds").isLessThanOrEqualTo(1);
        assertThat(load.ingestShare).as("share of a core").isLessThan(0.15);
    }

    @Test
    void shouldPlayFiveHundredSymbolsAtSixtyTimesRealTimeOnACore() throws Exception {
        Load load = measure(500, "60", Duration.ofMinutes(1));

        assertThat(load.exchangeShare).as("share of a core").isLessThan(1);
    }

    @Test
    void shouldStartWithTwoThousandSymbols() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder, 4);
                ExchangeProcess exchange = new ExchangeProcess(folder, 2_000, "1");
                IngestProcess ingest = all(kafka, exchange)) {
            long started = System.nanoTime();
            ingest.start();
            await().atMost(Duration.ofMinutes(3)).until(ingest::ready);
            Duration ready = Duration.ofNanos(System.nanoTime() - started);
            await().atMost(Duration.ofMinutes(3)).until(ingest::caughtUp);
            Duration caughtUp = Duration.ofNanos(System.nanoTime() - started);

            LOG.info(
                    "symbols=2000 ready_ms={} caught_up_ms={} acknowledged={}",
                    ready.toMillis(),
                    caughtUp.toMillis(),
                    ingest.acknowledged());
            assertThat(ingest.acknowledged()).isGreaterThanOrEqualTo(2_000 * 60);
            assertThat(ingest.terminate()).isZero();
        }
    }

    /**
     * What was measured.
     *
     * @param candles closed candles that a stream told
     * @param half half were acknowledged within so many seconds of their closing message
     * @param ninetyNinth 99 % were acknowledged within so many seconds of their closing message
     * @param ingestShare of a core
     * @param exchangeShare of a core
     */
    private record Load(long candles, double half, double ninetyNinth, double ingestShare, double exchangeShare) {}

    private Load measure(int symbols, String speed, Duration length) throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder, 4);
                ExchangeProcess exchange = new ExchangeProcess(folder, symbols, speed);
                IngestProcess ingest = all(kafka, exchange)) {
            ingest.start();
            await().atMost(Duration.ofMinutes(2)).until(ingest::ready);
            pass(WARM_UP);
            List<Bucket> before = Bucket.of(ingest.metrics(), "ingest_acknowledge");
            Duration ingestBefore = ingest.processorTime();
            Duration exchangeBefore = exchange.processorTime();
            pass(length);
            List<Bucket> acknowledged = Bucket.since(before, Bucket.of(ingest.metrics(), "ingest_acknowledge"));
            Load load = new Load(
                    (long) acknowledged.get(acknowledged.size() - 1).count(),
                    Bucket.quantile(acknowledged, 0.5),
                    Bucket.quantile(acknowledged, 0.99),
                    share(ingest.processorTime().minus(ingestBefore), length),
                    share(exchange.processorTime().minus(exchangeBefore), length));
            LOG.info("symbols={} speed={} {}", symbols, speed, load);
            return load;
        }
    }

    private IngestProcess all(KafkaProcess kafka, ExchangeProcess exchange) {
        return new IngestProcess(folder, kafka.address(), exchange.port(), "--top=0", "--quote=any", "--backfill=1h");
    }

    // The measure is over a length of time: there is no condition to wait for.
    private static void pass(Duration length) {
        Awaitility.await().atMost(length.multipliedBy(2)).pollDelay(length).until(() -> true);
    }

    private static double share(Duration used, Duration of) {
        return (double) used.toMillis() / of.toMillis();
    }
}
