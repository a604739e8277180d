package io.cryptolambda.batch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at seeded random moments of archive, recompute and publish, on real candles. The next run makes
 * everything equal to a run that was never killed, and all along no mix is served. One round of three kills; ten under
 * {@code -Plong}, or as many as {@code -Dkill.rounds} says, from {@code -Dkill.seed} on.
 */
class BatchKillIT {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", Boolean.getBoolean("long.tests") ? 10 : 1);
    private static final int KILLS_PER_ROUND = 3;
    private static final int CANDLES_PER_KILL = 24;
    private static final int EVENTS_OF_A_RUN = 24;
    private static final int LONGEST_BETWEEN_EVENTS_MILLIS = 1000;
    private static final long SEED = Long.getLong("kill.seed", 20_240_101);

    @TempDir
    private static Path folder;

    private static final Random RANDOM = new Random(SEED);
    private static final Batch BATCH = Batch.onS3("killed");
    private static final Served SERVED = new Served(BATCH.elasticsearch());

    private static RawLogForTests log;
    private static List<Candle> coming;

    @BeforeAll
    static void fillTheLog() throws Exception {
        log = RawLogForTests.fresh(2);
        List<Candle> bitcoin = RawLogForTests.day("BTCUSDT", "2023-03-24");
        log.write(bitcoin.subList(0, 600));
        log.write(RawLogForTests.day("SOLUSDT", "2023-02-14"));
        log.writePoison("SOLUSDT");
        coming = new ArrayList<>(bitcoin.subList(600, bitcoin.size()));
    }

    @AfterAll
    static void closeTheLog() {
        log.close();
    }

    @Test
    void shouldBeEqualToARunThatWasNeverKilledAndNeverServeAMix() throws Exception {
        BATCH.run("all").requireSuccess();

        try (MixWatch watch = new MixWatch(SERVED)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int kill = 0; kill < KILLS_PER_ROUND; kill++) {
                    writeMore();
                    double part = (kill + RANDOM.nextDouble()) / KILLS_PER_ROUND;
                    Batch.Started run = BATCH.start("all");
                    run.awaitEvents(1 + (int) (part * EVENTS_OF_A_RUN));
                    run.killAfter(Duration.ofMillis(RANDOM.nextInt(LONGEST_BETWEEN_EVENTS_MILLIS)));
                }
                BATCH.run("all").requireSuccess();
                requireEqualToARunThatWasNeverKilled(round);
            }
            assertThat(watch.requireNone()).isGreaterThan(10);
        }
    }

    /** The next candles, a late one, a revision, a repetition and something that is no candle. */
    private static void writeMore() {
        List<Candle> next = new ArrayList<>(coming.subList(0, CANDLES_PER_KILL));
        coming = coming.subList(CANDLES_PER_KILL, coming.size());
        Candle revised = Candles.revised(RANDOM, next.get(RANDOM.nextInt(CANDLES_PER_KILL)));
        next.add(next.remove(RANDOM.nextInt(CANDLES_PER_KILL / 2)));
        next.add(revised);
        next.add(next.get(0));
        log.write(next);
        log.writePoison("BTCUSDT");
    }

    private static void requireEqualToARunThatWasNeverKilled(int round) throws InterruptedException {
        ReferenceRun reference = new ReferenceRun(folder.resolve("reference-" + round));
        reference.run();

        new Tables("file:" + Servers.shared().objects("killed")).requireEqual(reference.tables());
        assertThat(SERVED.documents()).isEqualTo(reference.served().documents());
    }
}
