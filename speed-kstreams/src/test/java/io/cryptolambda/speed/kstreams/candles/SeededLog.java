package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A symbol's log as a bad day makes it: candles delayed within and beyond the horizon, repeated and revised. */
public final class SeededLog {
    private record Sent(long time, Candle candle) {}

    private SeededLog() {}

    /** A log of one symbol's {@code candles}, in positions that are not all taken. */
    public static List<LoggedCandle> of(Random random, String symbol, int candles, int horizonMinutes) {
        List<Sent> sent = new ArrayList<>();
        for (Candle candle : Candles.randomWalk(random, symbol, candles)) {
            sent.add(delayed(random, candle, horizonMinutes));
            if (random.nextInt(10) == 0) {
                sent.add(delayed(random, candle, horizonMinutes));
            }
            if (random.nextInt(10) == 0) {
                sent.add(delayed(random, Candles.revised(random, candle), horizonMinutes));
            }
        }
        sent.sort(Comparator.comparingLong(Sent::time));
        List<LoggedCandle> log = new ArrayList<>();
        long offset = 0;
        for (Sent one : sent) {
            offset += 1 + random.nextInt(3);
            log.add(new LoggedCandle(one.candle(), KnowledgePosition.of(1, offset), 1_000_000 + 10 * offset));
        }
        return log;
    }

    private static Sent delayed(Random random, Candle candle, int horizonMinutes) {
        int minutes = random.nextInt(8) > 0 ? 0 : random.nextInt(horizonMinutes * 5 / 4);
        return new Sent(candle.openTime() + minutes * 60_000L, candle);
    }
}
