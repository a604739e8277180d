package io.cryptolambda.serving.kline;

import io.cryptolambda.serving.view.Range;
import io.cryptolambda.serving.view.ViewReader;
import io.vertx.core.Future;
import java.util.List;

/** Reads klines of any of the exchange's intervals. */
public final class KlineReader {
    // A clamp well beyond every open time that can be stored, and far enough from overflow.
    private static final long FOREVER = 1L << 52;

    private final DocumentPages documents;
    private final ExchangeClock clock;

    public KlineReader(ViewReader views, ExchangeClock clock) {
        this.documents = new DocumentPages(views);
        this.clock = clock;
    }

    /** The klines of the grid of UTC; see {@link #read(String, KlineGrid, KlineRange)}. */
    public Future<List<Kline>> read(String symbol, KlineInterval interval, KlineRange range) {
        return read(symbol, KlineGrid.utc(interval), range);
    }

    /**
     * The klines, oldest first: from {@code from} on, or the newest up to {@code to}. Fails with {@link
     * io.cryptolambda.serving.view.ViewUnavailableException} or {@link
     * io.cryptolambda.serving.view.UnknownSymbolException}.
     */
    public Future<List<Kline>> read(String symbol, KlineGrid grid, KlineRange range) {
        return documents
                .read(symbol, grid, bars(grid, range))
                .compose(klines -> grid.most() == 1
                        ? Future.succeededFuture(klines)
                        : clock.now().map(now -> cut(RollUp.asOf(grid, klines, now), range)));
    }

    /** The kept bars that the klines are made of; from the old end cut off, so that the first kline may be a part. */
    private static Range bars(KlineGrid grid, KlineRange range) {
        int limit = grid.most() == 1 ? range.limit() : (range.limit() + 1) * grid.most();
        Long to = range.to() == null ? null : grid.end(Math.min(range.to(), FOREVER));
        if (range.from() == null) {
            return new Range(null, to, limit, false);
        }
        long from = Math.min(range.from(), FOREVER);
        long first = grid.openTime(from) == from ? from : grid.end(from);
        return new Range(first, to == null ? null : Math.max(first, to), limit, true);
    }

    /** The bars read are of more klines than wanted; what may be a part is beyond the limit. */
    private static List<Kline> cut(List<Kline> klines, KlineRange range) {
        int extra = Math.max(0, klines.size() - range.limit());
        return range.from() == null ? klines.subList(extra, klines.size()) : klines.subList(0, klines.size() - extra);
    }
}
