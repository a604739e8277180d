package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Source;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each closed candle of a lane into the log once and in order, whatever it is given. A minute that the exchange does
 * not have although it has later ones is written to the gap ledger first, then passed over. Used by one thread.
 */
final class Feed {
    /** The name in the candles. */
    static final String EXCHANGE = "binance";

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final long A_DAY = 86_400_000L;

    private final CandleSink sink;
    private final GapSink ledger;
    private final GapBook gaps;
    private final ExchangeTime time;
    private final FeedCounters counters;

    Feed(CandleSink sink, GapSink ledger, GapBook gaps, ExchangeTime time, FeedCounters counters) {
        this.sink = sink;
        this.ledger = ledger;
        this.gaps = gaps;
        this.time = time;
        this.counters = counters;
    }

    /**
     * Takes a closed candle that a stream told, unless there may be others before it: then it is held.
     *
     * @return whether the exchange has to be asked for what lies before it
     */
    boolean live(SymbolLane lane, KlineEvent event, long heardNanos) throws InterruptedException {
        long openTime = event.kline().openTime();
        if (lane.judge(openTime) == SymbolLane.Verdict.AHEAD) {
            lane.held().put(openTime, new SymbolLane.Held(event, heardNanos));
            return !lane.watch().fetching();
        }
        take(lane, event.kline(), Source.WS, heardNanos);
        return release(lane, Long.MIN_VALUE) && !lane.watch().fetching();
    }

    /**
     * Takes what a page brought for its lane.
     *
     * @return how many candles passed
     */
    int page(SymbolLane lane, FetchRequest.Answer answer) throws InterruptedException {
        for (String row : answer.page().unreadable()) {
            refuse(lane, row.getBytes(StandardCharsets.UTF_8), "unreadable row");
        }
        int taken = 0;
        List<Kline> klines = answer.page().klines();
        for (int i = 0; i < klines.size(); i++) {
            Kline kline = klines.get(i);
            boolean closed = i + 1 < klines.size()
                    || kline.openTime() < answer.request().closedBefore()
                    // A clock that is off by less than that does not let an open candle in.
                    || kline.closeTime() + LaneWatch.OVERDUE < answer.restTime();
            if (closed && take(lane, kline, Source.REST, 0)) {
                taken++;
            }
        }
        return taken;
    }

    /** Whether the page's last candle may have closed and was left, because nothing proves that it has. */
    boolean leftOpen(SymbolLane lane, FetchRequest.Answer answer) {
        List<Kline> klines = answer.page().klines();
        Kline newest = klines.isEmpty() ? null : klines.get(klines.size() - 1);
        return newest != null && newest.openTime() > lane.last() && newest.closeTime() < answer.restTime();
    }

    /**
     * Takes held candles as far as what lies before them was asked for.
     *
     * @param askedUpTo all minutes that opened before this were asked for
     * @return whether one is left that something has to be asked for first
     */
    boolean release(SymbolLane lane, long askedUpTo) throws InterruptedException {
        while (!lane.held().isEmpty()) {
            long openTime = lane.held().firstKey();
            if (lane.judge(openTime) == SymbolLane.Verdict.AHEAD && openTime > askedUpTo) {
                return true;
            }
            SymbolLane.Held next = lane.held().pollFirstEntry().getValue();
            take(lane, next.event().kline(), Source.WS, next.heardNanos());
        }
        return false;
    }

    /** Takes what the exchange now has of a gap, and brings the ledger up to date. */
    void gapAsked(SymbolLane lane, FetchRequest.Answer answer) throws InterruptedException {
        Gap gap = answer.request().gap();
        List<Kline> klines = answer.page().klines();
        List<Kline> sent = new ArrayList<>();
        for (Kline kline : klines) {
            if (send(lane, kline, Source.REST, 0)) {
                sent.add(kline);
                counters.exchangeGapMinutesFilled.increment();
            }
        }
        List<Gap> rest = GapBook.rest(gap, sent, time.newest());
        if (rest.stream().noneMatch(left -> left.key().equals(gap.key()))) {
            ledger.withdraw(gap.key());
            gaps.remove(gap.key());
        }
        for (Gap left : rest) {
            ledger.record(left);
            gaps.add(left);
        }
        LOG.info(
                "event=gap_asked_again symbol={} from={} minutes={} found={}",
                gap.symbol(),
                gap.from(),
                gap.minutes(),
                klines.size());
    }

    private boolean take(SymbolLane lane, Kline kline, Source source, long heardNanos) throws InterruptedException {
        if (lane.judge(kline.openTime()) == SymbolLane.Verdict.KNOWN) {
            known(lane, kline, source, heardNanos);
            return false;
        }
        RawRecord raw = RawRecord.of(kline, lane.pair(), source, takenAt(kline));
        if (raw instanceof RawRecord.Invalid invalid) {
            // The lane does not move: its open time may be anything, and a good candle may still come in its place.
            refuse(lane, raw.value(), invalid.reason());
            return false;
        }
        long missing = lane.missingBefore(kline.openTime());
        if (missing > 0) {
            recordGap(lane, kline.openTime());
        }
        lane.pass(kline.openTime());
        lane.remember(kline);
        sink.send(new Outgoing(lane.symbol(), kline.openTime(), raw.value(), heardNanos));
        counters.candles.get(source).increment();
        return true;
    }

    private void known(SymbolLane lane, Kline kline, Source source, long heardNanos) throws InterruptedException {
        if (source == Source.WS && lane.revises(kline) && send(lane, kline, source, heardNanos)) {
            lane.remember(kline);
            counters.revised.increment();
            LOG.warn("event=revised symbol={} open_time={}", lane.symbol(), kline.openTime());
        } else {
            counters.known.increment();
        }
    }

    private boolean send(SymbolLane lane, Kline kline, Source source, long heardNanos) throws InterruptedException {
        RawRecord raw = RawRecord.of(kline, lane.pair(), source, takenAt(kline));
        if (raw instanceof RawRecord.Invalid invalid) {
            refuse(lane, raw.value(), invalid.reason());
            return false;
        }
        sink.send(new Outgoing(lane.symbol(), kline.openTime(), raw.value(), heardNanos));
        counters.candles.get(source).increment();
        return true;
    }

    // A candle that has closed shows that the exchange's clock is past it, unless it lies where no clock can be.
    private long takenAt(Kline kline) {
        long told = time.newest();
        return kline.closeTime() < told + A_DAY ? Math.max(told, kline.closeTime() + 1) : told;
    }

    private void refuse(SymbolLane lane, byte[] value, String reason) throws InterruptedException {
        lane.invalid();
        counters.invalid.increment();
        LOG.error("event=invalid_candle symbol={} reason=\"{}\"", lane.symbol(), reason);
        sink.send(new Outgoing(lane.symbol(), -1, value, 0));
    }

    // Before the candle behind it: if the process dies between the two, the gap is found again.
    private void recordGap(SymbolLane lane, long openTime) throws InterruptedException {
        long from = Interval.ONE_MINUTE.end(lane.last());
        Gap.Cause cause = lane.hadInvalid() ? Gap.Cause.INVALID : Gap.Cause.EXCHANGE;
        long now = time.newest();
        Gap gap = new Gap(EXCHANGE, lane.symbol(), from, Interval.ONE_MINUTE.openTime(openTime), cause, now, now, 1);
        ledger.record(gap);
        gaps.add(gap);
        counters.exchangeGapMinutes.increment(gap.minutes());
        LOG.warn("event=exchange_gap symbol={} from={} minutes={}", gap.symbol(), gap.from(), gap.minutes());
    }
}
