package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A candle while it is still open, derived from how it will close: the price goes from open over both extremes to close,
 * the nearer way round, and volumes grow evenly.
 */
public final class OpenCandle {
    private OpenCandle() {}

    /**
     * What is known of {@code closed} at {@code now}, which lies within it. Its close time is the minute's end: that
     * trading will halt early is not known yet.
     */
    public static Candle at(Candle closed, long now) {
        MarketValues all = closed.market();
        long elapsed = now - closed.openTime();
        long length = closed.closeTime() + 1 - closed.openTime();
        boolean rises = all.close().compareTo(all.open()) >= 0;
        BigDecimal[] path = {all.open(), rises ? all.low() : all.high(), rises ? all.high() : all.low(), all.close()};
        BigDecimal last = all.open();
        BigDecimal high = all.open();
        BigDecimal low = all.open();
        for (int leg = 0; leg < 3; leg++) {
            long into = Math.max(0, Math.min(length, 3 * elapsed - leg * length));
            if (into > 0) {
                last = path[leg].add(share(path[leg + 1].subtract(path[leg]), into, length));
                high = high.max(last);
                low = low.min(last);
            }
        }
        MarketValues soFar = new MarketValues(
                all.open(),
                high,
                low,
                last,
                share(all.volume(), elapsed, length),
                share(all.quoteVolume(), elapsed, length),
                all.trades() * elapsed / length,
                share(all.takerBuyVolume(), elapsed, length),
                share(all.takerBuyQuoteVolume(), elapsed, length));
        return new Candle(
                closed.exchange(),
                closed.symbol(),
                closed.pair(),
                closed.openTime(),
                Interval.ONE_MINUTE.end(closed.openTime()) - 1,
                soFar,
                closed.source(),
                now);
    }

    private static BigDecimal share(BigDecimal value, long part, long whole) {
        return value.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), MarketValues.SCALE, RoundingMode.DOWN);
    }
}
