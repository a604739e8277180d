/**
 * What ingest decides: which candle of each symbol comes next, what has to be asked for first, and what was acknowledged.
 *
 * <p>One thread runs the feed, so that a symbol's candles leave in the order of their open times: live candles that
 * arrive while a gap is being filled wait their turn. No wall clock here: time is the exchange's, protocol time comes in
 * as events. Kafka and the network are behind {@link io.cryptolambda.ingest.feed.CandleSink} and
 * {@link io.cryptolambda.ingest.binance.CandleHistory}.
 */
package io.cryptolambda.ingest.feed;
