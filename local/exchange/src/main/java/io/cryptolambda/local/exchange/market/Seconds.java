package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.util.ArrayList;
import java.util.List;

/** The 1-second klines within a minute: what the open candle gains from second to second. */
final class Seconds {
    private static final long SECOND = 1_000;

    private Seconds() {}

    /** Those of {@code minute} that are closed at {@code now}. Their volumes add up to the minute's. */
    static List<KlineBar> of(Candle minute, long now) {
        List<KlineBar> seconds = new ArrayList<>();
        MarketValues before = OpenCandle.at(minute, minute.openTime()).market();
        long end = Math.min(now, minute.closeTime() + 1);
        for (long time = minute.openTime() + SECOND; time <= end; time += SECOND) {
            MarketValues after = OpenCandle.at(minute, time).market();
            seconds.add(new KlineBar(time - SECOND, time - 1, between(before, after)));
            before = after;
        }
        return seconds;
    }

    private static MarketValues between(MarketValues before, MarketValues after) {
        return new MarketValues(
                before.close(),
                before.close().max(after.close()),
                before.close().min(after.close()),
                after.close(),
                after.volume().subtract(before.volume()),
                after.quoteVolume().subtract(before.quoteVolume()),
                after.trades() - before.trades(),
                after.takerBuyVolume().subtract(before.takerBuyVolume()),
                after.takerBuyQuoteVolume().subtract(before.takerBuyQuoteVolume()));
    }
}
