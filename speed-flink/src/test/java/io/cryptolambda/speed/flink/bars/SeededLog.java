package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.NaiveBars;
import io.cryptolambda.speed.flink.NaiveSeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A symbol's log, an import that the log does not tell of, and batch runs that know both. */
final class SeededLog {
    private static final long TWO_DAYS = 2 * 24 * 60 * CandleLog.MINUTE;

    final List<EnrichedCandle> records;
    private final Random random;
    private final List<LoggedCandle> truth;

    private SeededLog(Random random, List<EnrichedCandle> records, List<LoggedCandle> truth) {
        this.random = random;
        this.records = records;
        this.truth = truth;
    }

    /** A log without an import. */
    static SeededLog of(Random random, int length) {
        List<EnrichedCandle> records =
                CandleLog.of(random.nextLong(), "BTCUSDT", length, 1_440, 1 + random.nextInt(40), true);
        return new SeededLog(random, records, NaiveBars.candles(records));
    }

    /** A log of one candle every {@code step}. */
    static List<LoggedCandle> sparse(Random random, int length, Duration step) {
        List<LoggedCandle> log = new ArrayList<>();
        for (Candle candle : Candles.randomWalk(random, "BTCUSDT", length)) {
            long openTime = CandleLog.START + log.size() * step.toMillis();
            log.add(new LoggedCandle(
                    moved(candle, openTime), KnowledgePosition.of(1, log.size()), 1_000_000 + log.size()));
        }
        return log;
    }

    /** This log with no late candle from the record at {@code index} on. */
    SeededLog withoutLateFrom(int index) {
        long position = records.get(index).asOf();
        List<EnrichedCandle> kept = records.stream()
                .filter(record -> !record.late() || record.asOf() < position)
                .toList();
        return new SeededLog(random, kept, NaiveBars.candles(kept));
    }

    /** This log without late candles and revisions: in order, with gaps. */
    SeededLog inOrder() {
        List<EnrichedCandle> kept = new ArrayList<>();
        long newest = -1;
        for (EnrichedCandle record : records) {
            if (record.candle().openTime() > newest) {
                newest = record.candle().openTime();
                kept.add(record);
            }
        }
        return new SeededLog(random, kept, NaiveBars.candles(kept));
    }

    /** This log with old candles imported, new ones and revisions, right before the record at {@code index}. */
    SeededLog importedBefore(int index) {
        long position = records.get(index).asOf() - 1;
        long before = newest(index) - TWO_DAYS;
        List<LoggedCandle> log = new ArrayList<>(truth);
        for (int i = 0; i < 40; i++) {
            long openTime = before - CandleLog.MINUTE * random.nextInt(3_000);
            if (openTime >= 0) {
                LoggedCandle old = truth.get(0);
                Candle like = Candles.revised(random, old.candle());
                log.add(new LoggedCandle(moved(like, openTime), position, old.appendTime()));
            }
        }
        log.sort(Comparator.comparingLong(LoggedCandle::position));
        return new SeededLog(random, records, log);
    }

    /** The seeds of a run whose K is the position of the record at {@code index}, their intervals in random order. */
    List<BarSeeds> run(int index, String runId) {
        List<BarSeeds> seeds = new ArrayList<>(NaiveSeeds.of(truth, k(index), runId));
        Collections.shuffle(seeds, random);
        return seeds;
    }

    long k(int index) {
        return records.get(index).asOf();
    }

    /** The first index whose newest candle is more than {@code millis} after that at {@code index}; the length if none. */
    int after(int index, long millis) {
        long newest = newest(index);
        int later = index;
        while (later < records.size() && newest(later) <= newest + millis) {
            later++;
        }
        return later;
    }

    /** Everything there is to know, but not the late candles that no run before {@code k} knows. */
    List<LoggedCandle> knownTo(long k) {
        List<Long> passedBy = records.stream()
                .filter(record -> record.late() && record.asOf() >= k)
                .map(EnrichedCandle::asOf)
                .toList();
        return truth.stream()
                .filter(logged -> !passedBy.contains(logged.position()))
                .toList();
    }

    private long newest(int index) {
        return records.subList(0, index + 1).stream()
                .mapToLong(record -> record.candle().openTime())
                .max()
                .orElseThrow();
    }

    private static Candle moved(Candle candle, long openTime) {
        return new Candle(
                candle.exchange(),
                candle.symbol(),
                candle.pair(),
                openTime,
                openTime + 59_999,
                candle.market(),
                candle.source(),
                openTime + 60_000);
    }
}
