package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.ingest.binance.CandleHistory;
import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.binance.KlinePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An exchange in memory: what happened, and what time it is. */
final class FakeExchange implements CandleHistory {
    private final List<Candle> truth;
    private final int page;
    private long now;
    private int requests;
    private boolean away;

    FakeExchange(List<Candle> truth, int page) {
        this.truth = new ArrayList<>(truth);
        this.page = page;
    }

    void now(long time) {
        now = Math.max(now, time);
    }

    /** From now on it has these too. */
    void has(Candle... more) {
        truth.addAll(List.of(more));
        truth.sort(Comparator.comparingLong(Candle::openTime));
    }

    /** From now on it gives no answer, or does again. */
    void away(boolean gone) {
        away = gone;
    }

    int requests() {
        return requests;
    }

    @Override
    public long time() {
        requireThere();
        return now;
    }

    @Override
    public KlinePage klines(String symbol, long from, long to) {
        requests++;
        requireThere();
        List<Kline> rows = truth.stream()
                .filter(candle -> candle.symbol().equals(symbol))
                .filter(candle -> candle.openTime() >= from && candle.openTime() <= to && candle.openTime() < now)
                .limit(page)
                .map(FakeExchange::kline)
                .toList();
        long next = rows.isEmpty() ? from : rows.get(rows.size() - 1).openTime() + 1;
        return new KlinePage(rows, List.of(), rows.size() == page, next);
    }

    private void requireThere() {
        if (away) {
            throw new ExchangeUnavailable("klines", 8, "status 503");
        }
    }

    static KlineEvent closed(Candle candle) {
        return new KlineEvent(candle.closeTime() + 1, "1m", true, kline(candle));
    }

    static Kline kline(Candle candle) {
        MarketValues market = candle.market();
        return new Kline(
                candle.symbol(),
                candle.openTime(),
                candle.closeTime(),
                market.open().toPlainString(),
                market.high().toPlainString(),
                market.low().toPlainString(),
                market.close().toPlainString(),
                market.volume().toPlainString(),
                market.quoteVolume().toPlainString(),
                market.trades(),
                market.takerBuyVolume().toPlainString(),
                market.takerBuyQuoteVolume().toPlainString());
    }
}
