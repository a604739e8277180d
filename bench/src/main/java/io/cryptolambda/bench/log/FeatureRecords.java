package io.cryptolambda.bench.log;

import io.cryptolambda.bench.data.RandomMinutes;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.MapSymbolStore;
import io.cryptolambda.speed.kstreams.candles.SymbolCandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Candles of 50 generated symbols with their features, minute by minute, as the Streams app would write them. */
public final class FeatureRecords {
    /** Partitions that the symbols are spread over. */
    public static final int PARTITIONS = 4;

    private static final int SYMBOLS = 50;
    private static final long START = 1_704_067_200_000L;
    private static final long SEED = 3;
    private static final Duration HORIZON = Duration.ofHours(24);

    private FeatureRecords() {}

    /** Makes {@code count} of them, each partition's in its order. */
    public static void make(long count, Consumer<EnrichedCandle> reader) {
        List<RandomMinutes> minutes = new ArrayList<>();
        List<SymbolCandles> candles = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            minutes.add(new RandomMinutes(symbol, START, SEED));
            candles.add(new SymbolCandles(new MapSymbolStore(), partition(symbol), HORIZON));
        }
        long[] offsets = new long[PARTITIONS];
        for (long i = 0; i < count; i++) {
            int symbol = (int) (i % SYMBOLS);
            minutes.get(symbol).next();
            String name = String.format(Locale.ROOT, "SYM%02dUSDT", symbol);
            LoggedCandle logged = new LoggedCandle(
                    minutes.get(symbol).candle(name), position(offsets[partition(symbol)]++), START + i);
            candles.get(symbol).apply(logged, position(0)).emissions().forEach(reader);
        }
    }

    /** Knowledge position of the last of {@code count} records in each partition. */
    public static long[] lastPositions(long count) {
        long[] last = new long[PARTITIONS];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            last[partition(symbol)] += count / SYMBOLS + (symbol < count % SYMBOLS ? 1 : 0);
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            last[partition] = position(last[partition] - 1);
        }
        return last;
    }

    private static int partition(int symbol) {
        return symbol % PARTITIONS;
    }

    private static long position(long offset) {
        return KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, offset);
    }
}
