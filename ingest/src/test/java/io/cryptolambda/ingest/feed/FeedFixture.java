package io.cryptolambda.ingest.feed;

import static io.cryptolambda.core.testing.Candles.START;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A feed on one thread: requests are answered at once, time stands still unless it is moved. */
final class FeedFixture {
    static final long MINUTE = 60_000;

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final ExchangeTime time = new ExchangeTime();
    final List<Candle> sent = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final Map<String, Gap> ledger = new LinkedHashMap<>();
    final List<String> silent = new ArrayList<>();
    final FakeExchange exchange;
    final FeedLoop loop;
    private long nanos = 1;

    FeedFixture(FakeExchange exchange, String... symbols) {
        this.exchange = exchange;
        GapSink gaps = new GapSink() {
            @Override
            public void record(Gap gap) {
                ledger.put(gap.key(), gap);
            }

            @Override
            public void withdraw(String key) {
                ledger.remove(key);
            }
        };
        Fetcher fetcher = new Fetcher(exchange, Runnable::run, () -> nanos, failure -> {
            throw new AssertionError(failure);
        });
        loop = new FeedLoop(
                this::sink,
                gaps,
                new GapBook(List.of()),
                fetcher,
                time,
                new FeedCounters(metrics),
                () -> nanos,
                silent::add);
        for (String symbol : symbols) {
            loop.join(SymbolLane.startingAt(symbol, symbol.replace("USDT", "/USDT"), START));
        }
    }

    /** Everything settles at the exchange's time {@code now}, as after a connection was made. */
    void look(long now) throws InterruptedException {
        exchange.now(now);
        loop.subscribed();
        settle();
    }

    /** A closing message comes. */
    void live(Candle candle) throws InterruptedException {
        loop.kline(FakeExchange.closed(candle));
        settle();
    }

    void settle() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            loop.step();
        }
    }

    /** Real time goes by, in small steps. */
    void pass(long millis) throws InterruptedException {
        for (long passed = 0; passed < millis; passed += 100) {
            nanos += TimeUnit.MILLISECONDS.toNanos(100);
            loop.step();
        }
        settle();
    }

    double count(String counter) {
        return metrics.counter(counter).count();
    }

    List<Long> openTimes(String symbol) {
        return openTimes(sent, symbol);
    }

    static List<Long> openTimes(List<Candle> candles, String symbol) {
        return candles.stream()
                .filter(candle -> candle.symbol().equals(symbol))
                .map(Candle::openTime)
                .toList();
    }

    static long at(long minute) {
        return START + minute * MINUTE;
    }

    private void sink(Outgoing record) {
        if (CandleJson.parse(record.value()) instanceof Parsed.Ok<Candle> ok) {
            sent.add(ok.value());
        } else {
            deadLetters.add(new String(record.value(), StandardCharsets.UTF_8));
        }
    }
}
