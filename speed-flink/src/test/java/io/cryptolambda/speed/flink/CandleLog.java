package io.cryptolambda.speed.flink;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded logs of one symbol as the features topic holds them: disorder, revisions, gaps, late candles, neighbours. */
public final class CandleLog {
    public static final long MINUTE = 60_000;
    public static final long START = 1_704_067_200_000L;

    private final Random random;
    private final String symbol;
    private final long horizonMinutes;
    private final List<EnrichedCandle> records = new ArrayList<>();
    private final List<Long> openTimes = new ArrayList<>();
    private long newest = START + 7 * MINUTE;
    private long offset;

    private CandleLog(long seed, String symbol, long horizonMinutes) {
        this.random = new Random(seed);
        this.symbol = symbol;
        this.horizonMinutes = horizonMinutes;
    }

    /** A log of {@code length} records; {@code gap} is the most minutes a usual step may skip. */
    public static List<EnrichedCandle> of(
            long seed, String symbol, int length, long horizonMinutes, int gap, boolean lateOnes) {
        CandleLog log = new CandleLog(seed, symbol, horizonMinutes);
        log.add(log.newest);
        while (log.records.size() < length) {
            log.step(gap, lateOnes);
        }
        return log.records;
    }

    /** A record as the Streams app writes it when the candle itself is new or revised. */
    public static EnrichedCandle record(Candle candle, long offset, int lookback, boolean late) {
        long position = KnowledgePosition.of(1, offset);
        Features features = late ? null : features(lookback);
        return new EnrichedCandle(candle, features, position, position, 1_000_000 + offset, 3, !late, late);
    }

    private static Features features(int lookback) {
        return new Features(new double[Feature.COUNT], null, lookback);
    }

    private void step(int gap, boolean lateOnes) {
        int dice = random.nextInt(1000);
        if (dice < 850) {
            newest += MINUTE * (1 + (random.nextInt(10) == 0 ? random.nextInt(gap) : 0));
            add(newest);
        } else if (dice < 900) {
            add(openTimes.get(openTimes.size() - 1 - random.nextInt(Math.min(openTimes.size(), 20))));
        } else if (dice < 960) {
            add(Math.max(0, newest - MINUTE * random.nextLong(horizonMinutes + 1)));
        } else if (dice < 985) {
            addNeighbour();
        } else if (dice < 990) {
            newest += MINUTE * random.nextInt(1_500);
            add(newest);
        } else if (dice < 992 && lateOnes) {
            addLate();
        }
        offset += random.nextInt(3);
    }

    private void add(long openTime) {
        if (openTime < newest - horizonMinutes * MINUTE) {
            return;
        }
        openTimes.add(openTime);
        records.add(record(candle(openTime), offset++, Math.min(61, openTimes.size()), false));
    }

    private void addNeighbour() {
        EnrichedCandle earlier = records.get(records.size() - 1 - random.nextInt(Math.min(records.size(), 10)));
        if (!earlier.late()) {
            records.add(new EnrichedCandle(
                    earlier.candle(),
                    features(61),
                    earlier.candlePosition(),
                    KnowledgePosition.of(1, offset++),
                    1_000_000,
                    3,
                    true,
                    false));
        }
    }

    private void addLate() {
        long openTime = newest - MINUTE * (horizonMinutes + 1 + random.nextInt(5_000));
        if (openTime >= 0) {
            records.add(record(candle(openTime), offset++, 0, true));
        }
    }

    private Candle candle(long openTime) {
        long open = price();
        long close = price();
        long volume = random.nextLong(1_000_000_000_000L);
        MarketValues market = new MarketValues(
                decimal(open),
                decimal(Math.max(open, close) + random.nextInt(1000)),
                decimal(Math.min(open, close) - random.nextInt(1000)),
                decimal(close),
                decimal(volume),
                decimal(volume * 2),
                random.nextInt(5000),
                decimal(volume / 2),
                decimal(volume));
        // Some candles close early, as where trading halts.
        long closeTime = openTime + (random.nextInt(50) == 0 ? 41_646 : 59_999);
        return new Candle(
                "binance", symbol, Symbols.pair(symbol), openTime, closeTime, market, Source.WS, closeTime + 1);
    }

    private long price() {
        return 4_000_000_000_000L + random.nextLong(10_000_000_000L);
    }

    private static BigDecimal decimal(long unscaled) {
        return BigDecimal.valueOf(unscaled, MarketValues.SCALE);
    }
}
