package io.cryptolambda.serving.binance.push;

import io.cryptolambda.serving.kline.Kline;
import io.cryptolambda.serving.kline.KlineRange;
import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.tail.TailDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream on one event loop: its listeners, and the last kline that they were told. It goes forward only, as the
 * exchange's does: corrections of earlier klines are not told here.
 */
final class KlineFeed {
    private static final Logger LOG = LoggerFactory.getLogger(KlineFeed.class);
    // The newest, and the one before it, which may have closed unseen.
    private static final KlineRange NEWEST = new KlineRange(null, null, 2);

    private final KlineStream stream;
    private final KlineReader klines;
    private final LongSupplier exchangeTime;
    private final Set<SocketClient> listeners = new LinkedHashSet<>();
    private Kline told;
    private boolean reading;
    private boolean changed;

    /** @param exchangeTime the exchange's clock, epoch milliseconds UTC */
    KlineFeed(KlineStream stream, KlineReader klines, LongSupplier exchangeTime) {
        this.stream = stream;
        this.klines = klines;
        this.exchangeTime = exchangeTime;
    }

    Set<SocketClient> listeners() {
        return listeners;
    }

    /** A document of the stream's source has come. */
    void on(TailDocument document) {
        if (stream.isKept()) {
            tell(Kline.of(stream.grid().source(), document.toDocument()));
        } else {
            changed = true;
            read();
        }
    }

    /** One search at a time; documents that come meanwhile are waited for by one more. */
    private void read() {
        if (reading) {
            return;
        }
        reading = true;
        changed = false;
        klines.read(stream.symbol(), stream.grid(), NEWEST).onComplete(read -> {
            reading = false;
            if (read.succeeded()) {
                tell(read.result());
            } else {
                LOG.warn(
                        "event=kline_stream_not_read stream={} reason=\"{}\"",
                        stream,
                        read.cause().getMessage());
            }
            if (changed) {
                read();
            }
        });
    }

    private void tell(List<Kline> newest) {
        int first = told == null ? newest.size() - 1 : 0;
        newest.subList(Math.max(0, first), newest.size()).forEach(this::tell);
    }

    private void tell(Kline kline) {
        if (told != null && (kline.openTime() < told.openTime() || kline.equals(told))) {
            return;
        }
        told = kline;
        KlineEvent event = new KlineEvent(exchangeTime.getAsLong(), stream, kline);
        List.copyOf(listeners).forEach(client -> client.tell(event));
    }
}
