package io.cryptolambda.serving.kline;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.latest.LatestReader;
import io.cryptolambda.serving.tail.Tail;
import io.vertx.core.Future;
import java.util.Objects;

/**
 * The exchange's clock as the data tells it: the newest time that any candle was taken at. In a replay that is the time
 * of the replay, and never ahead of what is served.
 */
public final class ExchangeClock {
    private final Tail tail;
    private final LatestReader latest;

    /** @param latest is asked where the tail holds nothing yet */
    public ExchangeClock(Tail tail, LatestReader latest) {
        this.tail = tail;
        this.latest = latest;
    }

    /** Epoch milliseconds UTC; 0 if no candle is known. Fails where the store is needed and does not answer. */
    public Future<Long> now() {
        return tail.exchangeTime().map(Future::succeededFuture).orElseGet(() -> latest.read(Interval.ONE_MINUTE)
                .map(newest -> newest.rows().stream()
                        .map(row -> row.served().document().fields().getLong("ingested_at"))
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElse(0L)));
    }
}
