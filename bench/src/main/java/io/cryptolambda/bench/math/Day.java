package io.cryptolambda.bench.math;

import io.cryptolambda.bench.data.RandomMinutes;
import io.cryptolambda.core.Candle;
import java.util.ArrayList;
import java.util.List;

/** Generated candles of one symbol. */
final class Day {
    /** Candles of a day. */
    static final int CANDLES = 1440;

    private static final long START = 1_704_067_200_000L;

    private Day() {}

    /** {@code count} candles, one after the other. */
    static List<Candle> candles(int count) {
        RandomMinutes minutes = new RandomMinutes(5, START, 1);
        List<Candle> candles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            minutes.next();
            candles.add(minutes.candle("BTCUSDT"));
        }
        return candles;
    }
}
