/**
 * The views as pure functions of the log: one ordered pass per symbol, no engine.
 *
 * <p>What comes in are a symbol's valid records in order of (open time, position); what goes out are its winning candles,
 * their features, and its bars with indicators, each with the knowledge position it rests on. State is bounded by the
 * lookback, so a history of any length streams through. The math is core's, shared with the speed layer; nothing in here
 * may depend on Spark.
 */
package io.cryptolambda.batch.view;
