package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.freshness.Ages;
import io.cryptolambda.bench.freshness.EventStream;
import io.cryptolambda.bench.freshness.Sampling;
import io.cryptolambda.bench.freshness.Sight;
import io.cryptolambda.bench.freshness.Symbol;
import io.cryptolambda.bench.freshness.Symbols;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.core.Topics;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** From the due time of appending a candle to where it can be read, of both contenders, one after the other. */
final class PacedFreshness {
    private static final int WATCHED_OF = 50; // every fiftieth candle is asked for in Elasticsearch
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final LambdaStack stack;
    private final MinuteFeed feed;
    private final int seconds;
    private final TextTable table =
            new TextTable("ms after the append", "p50", "p99", "p99.9", "most", "candles", "missing");

    PacedFreshness(LambdaStack stack, MinuteFeed feed, int seconds) {
        this.stack = stack;
        this.feed = feed;
        this.seconds = seconds;
    }

    /** Ours: each candle by the event stream, some in Elasticsearch. */
    void ours() throws IOException, InterruptedException {
        Symbols symbols = new Symbols(feed.names());
        long from = System.nanoTime();
        try (EventStream events = new EventStream(stack.serving(), symbols).start();
                StoredWatch stored = new StoredWatch(stack.elasticsearch(), Side.OURS)) {
            PacedFeed.run(stack.kafka(), Topics.RAW, feed, seconds, (number, candle, due) -> {
                symbols.get(candle.symbol())
                        .closed(new Symbol.Closing(
                                candle.openTime(), due, due, candle.market().close()));
                if (number % WATCHED_OF == 0) {
                    stored.watch(candle.symbol(), candle.openTime(), due);
                }
            });
            await(stored);
            Ages ages = new Ages(symbols, from, System.nanoTime(), new Sampling(feed.names(), 0));
            for (Sight sight : new Sight[] {Sight.CANDLE_STREAM, Sight.BAR_STREAM}) {
                add("ours, " + sight, ages.of(sight), ages.missing(sight));
            }
            add("ours, candle in Elasticsearch", stored.ages(), stored.done() ? 0 : 1);
        }
    }

    /** Spark's: some in Elasticsearch, the first place where anybody can read them. */
    void spark(String topic) throws IOException, InterruptedException {
        try (StoredWatch stored = new StoredWatch(stack.elasticsearch(), Side.SPARK)) {
            PacedFeed.run(stack.kafka(), topic, feed, seconds, (number, candle, due) -> {
                if (number % WATCHED_OF == 0) {
                    stored.watch(candle.symbol(), candle.openTime(), due);
                }
            });
            await(stored);
            add("spark, candle in Elasticsearch", stored.ages(), stored.done() ? 0 : 1);
        }
    }

    @Override
    public String toString() {
        return table.toString();
    }

    private static void await(StoredWatch stored) throws InterruptedException {
        for (int waited = 0; !stored.done() && waited < LONGEST_WAIT_SECONDS; waited++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void add(String what, Histogram ages, long missing) {
        table.add(
                what,
                millis(ages, 50),
                millis(ages, 99),
                millis(ages, 99.9),
                millis(ages, 100),
                Long.toString(ages.getTotalCount()),
                Long.toString(missing));
    }

    private static String millis(Histogram ages, double percentile) {
        return String.format(Locale.ROOT, "%.1f", Ages.millis(ages, percentile));
    }
}
