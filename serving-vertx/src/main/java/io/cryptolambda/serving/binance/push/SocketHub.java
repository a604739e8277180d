package io.cryptolambda.serving.binance.push;

import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.SeriesKey;
import io.cryptolambda.serving.tail.TailEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who listens to which stream on one event loop. */
final class SocketHub {
    private final KlineReader klines;
    private final LongSupplier exchangeTime;
    private final Map<SeriesKey, Map<KlineStream, KlineFeed>> feeds = new HashMap<>();

    /** Listens as long as the process lives; made on the event loop it is of. */
    SocketHub(Vertx vertx, EventLog events, KlineReader klines, LongSupplier exchangeTime) {
        this.klines = klines;
        this.exchangeTime = exchangeTime;
        Context context = vertx.getOrCreateContext();
        events.listen(batch -> context.runOnContext(now -> deliver(batch)));
    }

    void subscribe(SocketClient client, KlineStream stream) {
        feeds.computeIfAbsent(stream.source(), none -> new HashMap<>())
                .computeIfAbsent(stream, none -> new KlineFeed(stream, klines, exchangeTime))
                .listeners()
                .add(client);
    }

    void unsubscribe(SocketClient client, KlineStream stream) {
        feeds.computeIfPresent(stream.source(), (key, ofSource) -> {
            ofSource.computeIfPresent(stream, (same, feed) -> {
                feed.listeners().remove(client);
                return feed.listeners().isEmpty() ? null : feed;
            });
            return ofSource.isEmpty() ? null : ofSource;
        });
    }

    private void deliver(List<TailEvent> batch) {
        if (feeds.isEmpty()) {
            return;
        }
        for (TailEvent event : batch) {
            Map<KlineStream, KlineFeed> ofSource = feeds.get(event.document().key());
            if (ofSource != null) {
                List.copyOf(ofSource.values()).forEach(feed -> feed.on(event.document()));
            }
        }
    }
}
