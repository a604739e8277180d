package io.cryptolambda.serving.kline;

import java.util.ArrayList;
import java.util.List;

/** Rolls kept bars up to longer klines, exactly. Pure. */
final class RollUp {
    private RollUp() {}

    /**
     * The klines of the bars, a forming one with the close time of its last bar.
     *
     * @param bars kept bars, or klines made of them before, oldest first
     */
    static List<Kline> of(KlineGrid grid, List<Kline> bars) {
        List<Kline> klines = new ArrayList<>();
        for (Kline bar : bars) {
            long openTime = grid.openTime(bar.openTime());
            int last = klines.size() - 1;
            if (last >= 0 && klines.get(last).openTime() == openTime) {
                klines.set(last, klines.get(last).followedBy(bar));
            } else {
                klines.add(new Kline(openTime, bar.closeTime(), bar.market(), bar.closed()));
            }
        }
        return klines;
    }

    /**
     * Lets the last kline be a forming one if its end is still to come, whichever of its bars are there.
     *
     * @param now the exchange's clock
     */
    static List<Kline> asOf(KlineGrid grid, List<Kline> klines, long now) {
        if (klines.isEmpty()) {
            return klines;
        }
        Kline newest = klines.get(klines.size() - 1);
        long end = grid.end(newest.openTime());
        boolean whole = newest.closed() && newest.closeTime() == end - 1;
        List<Kline> seen = new ArrayList<>(klines);
        seen.set(
                klines.size() - 1,
                now < end && !whole
                        ? new Kline(newest.openTime(), end - 1, newest.market(), false)
                        : new Kline(newest.openTime(), newest.closeTime(), newest.market(), true));
        return seen;
    }
}
