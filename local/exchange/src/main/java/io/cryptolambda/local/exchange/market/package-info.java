/**
 * What is traded: candles by symbol and day, replayed from archive files or made by a seeded random walk.
 *
 * <p>A {@link io.cryptolambda.local.exchange.market.Market} is timeless: it holds past and future alike, and the same
 * question always has the same answer. {@link io.cryptolambda.local.exchange.market.MarketView} shows what is known of it
 * at a given virtual time, the open candle included.
 */
package io.cryptolambda.local.exchange.market;
