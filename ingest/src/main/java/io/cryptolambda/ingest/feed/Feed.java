package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Source;
import io.cryptolambda.ingest.binance.CandleHistory;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each closed candle of each symbol to the sink once and in order, from live events and from what the exchange
 * answers when it is asked. Whatever is given twice passes once. A minute that the exchange does not have although it
 * has later ones is the exchange's gap: counted, and not asked for again. Used by one thread.
 */
public final class Feed {
    /** The name in the candles. */
    public static final String EXCHANGE = "binance";

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Map<String, SymbolLane> lanes = new LinkedHashMap<>();
    private final CandleHistory history;
    private final CandleSink sink;
    private final ExchangeTime time;
    private final FeedCounters counters;

    public Feed(
            Collection<SymbolLane> lanes,
            CandleHistory history,
            CandleSink sink,
            ExchangeTime time,
            FeedCounters counters) {
        lanes.forEach(lane -> this.lanes.put(lane.symbol(), lane));
        this.history = history;
        this.sink = sink;
        this.time = time;
        this.counters = counters;
    }

    /** Takes everything closed so far that is not in the log, symbol by symbol, oldest first. */
    public void backfill() throws InterruptedException {
        for (SymbolLane lane : lanes.values()) {
            long taken = fill(lane, Long.MAX_VALUE, now());
            LOG.info("event=backfilled symbol={} candles={} last_open_time={}", lane.symbol(), taken, lane.last());
        }
    }

    /** Takes a closed candle that the exchange just told about, after what may be missing before it. */
    public void live(KlineEvent event) throws InterruptedException {
        Kline kline = event.kline();
        SymbolLane lane = lanes.get(kline.symbol());
        if (lane == null) {
            throw new IllegalStateException("told about " + kline.symbol() + ", which was not asked for");
        }
        time.told(event.eventTime());
        if (lane.judge(kline.openTime()) == SymbolLane.Verdict.AHEAD) {
            fillGap(lane, kline.openTime() - 1, event.eventTime());
        }
        take(lane, kline, Source.WS);
    }

    /**
     * Compares what the exchange has closed with what was taken, and takes what is missing.
     *
     * @return the exchange's time up to which nothing is missing any more
     */
    public long look() throws InterruptedException {
        counters.looks.increment();
        long now = now();
        for (SymbolLane lane : lanes.values()) {
            if (lane.behind(now)) {
                fillGap(lane, Long.MAX_VALUE, now);
            }
        }
        return now;
    }

    private long now() throws InterruptedException {
        long now = history.time();
        time.told(now);
        return now;
    }

    private void fillGap(SymbolLane lane, long to, long closedBefore) throws InterruptedException {
        long from = lane.last() + 1;
        long taken = fill(lane, to, closedBefore);
        if (taken > 0) {
            counters.gapsFilled.increment();
            LOG.info("event=gap_filled symbol={} from={} candles={}", lane.symbol(), from, taken);
        }
    }

    private long fill(SymbolLane lane, long to, long closedBefore) throws InterruptedException {
        long taken = 0;
        long from = lane.last() + 1;
        while (from <= to) {
            List<Kline> page = history.klines(lane.symbol(), from, to);
            for (Kline kline : page) {
                if (kline.closeTime() < closedBefore && take(lane, kline, Source.REST)) {
                    taken++;
                }
            }
            if (page.size() < history.page()) {
                break;
            }
            from = page.get(page.size() - 1).openTime() + 1;
        }
        return taken;
    }

    private boolean take(SymbolLane lane, Kline kline, Source source) throws InterruptedException {
        if (lane.judge(kline.openTime()) == SymbolLane.Verdict.KNOWN) {
            counters.known.increment();
            return false;
        }
        RawRecord raw = RawRecord.of(kline, lane.pair(), source, time.newest());
        if (raw instanceof RawRecord.Invalid invalid) {
            // The lane does not move: its open time may be anything, and a good candle may still come in its place.
            counters.invalid.increment();
            LOG.error("event=invalid_candle symbol={} reason=\"{}\"", lane.symbol(), invalid.reason());
            sink.send(lane.symbol(), -1, raw.value());
            return false;
        }
        long missing = lane.pass(kline.openTime());
        if (missing > 0) {
            counters.exchangeGapMinutes.increment(missing);
            LOG.warn(
                    "event=exchange_gap symbol={} minutes={} before_open_time={}",
                    lane.symbol(),
                    missing,
                    kline.openTime());
        }
        sink.send(lane.symbol(), kline.openTime(), raw.value());
        counters.candles.get(source).increment();
        return true;
    }
}
