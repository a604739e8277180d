package io.cryptolambda.serving.kline;

import java.util.ArrayList;
import java.util.List;

/** Rolls kept bars up to longer klines, exactly. Pure. */
final class RollUp {
    private RollUp() {}

    /**
     * The klines of the bars.
     *
     * @param bars kept bars, oldest first, those of each kline all there
     * @param now the exchange's clock: a kline that ends later is still open, whichever of its bars are there
     */
    static List<Kline> of(KlineInterval interval, List<Kline> bars, long now) {
        List<Kline> klines = new ArrayList<>();
        for (Kline bar : bars) {
            long openTime = interval.openTime(bar.openTime());
            int last = klines.size() - 1;
            if (last >= 0 && klines.get(last).openTime() == openTime) {
                klines.set(last, klines.get(last).followedBy(bar));
            } else {
                klines.add(new Kline(openTime, bar.closeTime(), bar.market()));
            }
        }
        if (!klines.isEmpty()) {
            Kline newest = klines.get(klines.size() - 1);
            long end = interval.end(newest.openTime());
            if (now < end) {
                klines.set(klines.size() - 1, new Kline(newest.openTime(), end - 1, newest.market()));
            }
        }
        return klines;
    }
}
