package io.cryptolambda.ingest.feed;

import io.cryptolambda.ingest.binance.KlineEvent;

/** What the feed's thread is told. */
sealed interface FeedEvent {
    /** A live candle has closed. */
    record Closed(KlineEvent event) implements FeedEvent {}

    /** A connection was made: something may have been missed. */
    record Subscribed() implements FeedEvent {}
}
