package io.cryptolambda.e2e;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How a log differs from the exchange's order. The same seed gives the same log.
 *
 * @param copies how often each record is there
 * @param disorder each record comes up to so much later than it should
 * @param heldBack share of the candles that come up to {@link #LONGEST} late
 * @param revised share of the candles of which another version comes up to {@link #LONGEST} later
 */
record Disturbance(int copies, Duration disorder, double heldBack, double revised) {
    /** Within the horizon of 24 hours. */
    static final Duration LONGEST = Duration.ofHours(20);

    private record Sent(long time, Candle candle) {}

    static Disturbance none() {
        return new Disturbance(1, Duration.ZERO, 0, 0);
    }

    Disturbance doubled() {
        return new Disturbance(2, disorder, heldBack, revised);
    }

    Disturbance disordered(Duration within) {
        return new Disturbance(copies, within, heldBack, revised);
    }

    Disturbance heldBack(double share) {
        return new Disturbance(copies, disorder, share, revised);
    }

    Disturbance revised(double share) {
        return new Disturbance(copies, disorder, heldBack, share);
    }

    /** The log of {@code candles}, of any number of symbols: by the time at which each record comes. */
    List<Candle> log(Collection<Candle> candles, long seed) {
        Random random = new Random(seed);
        List<Sent> sent = new ArrayList<>();
        for (Candle candle : candles) {
            for (int copy = 0; copy < copies; copy++) {
                long late = random.nextDouble() < heldBack ? below(random, LONGEST) : 0;
                sent.add(new Sent(candle.openTime() + below(random, disorder) + late, candle));
            }
            if (random.nextDouble() < revised) {
                sent.add(new Sent(candle.openTime() + below(random, LONGEST), Candles.revised(random, candle)));
            }
        }
        sent.sort(Comparator.comparingLong(Sent::time));
        return sent.stream().map(Sent::candle).toList();
    }

    private static long below(Random random, Duration bound) {
        return bound.isZero() ? 0 : random.nextLong(bound.toMillis());
    }
}
