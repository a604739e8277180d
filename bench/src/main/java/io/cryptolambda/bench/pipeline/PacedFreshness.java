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
import java.util.concurrent.TimeUnit;

/** From the due time of appending a candle to where it can be read, of both contenders, one after the other. */
final class PacedFreshness {
    private static final int WATCHED_OF = 50; // every fiftieth candle is asked for in Elasticsearch
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final LambdaStack stack;
    private final MinuteFeed feed;
    private final int seconds;
    private final TextTable table = Ages.table("the append");

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
                Ages.add(table, "ours, " + sight, ages.of(sight), ages.missing(sight));
            }
            Ages.add(table, "ours, candle in Elasticsearch", stored.ages(), stored.missing());
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
            Ages.add(table, "spark, candle in Elasticsearch", stored.ages(), stored.missing());
        }
    }

    @Override
    public String toString() {
        return table.toString();
    }

    private static void await(StoredWatch stored) throws InterruptedException {
        for (int waited = 0; stored.missing() > 0 && waited < LONGEST_WAIT_SECONDS; waited++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
