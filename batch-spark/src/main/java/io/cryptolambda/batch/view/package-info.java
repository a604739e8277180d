/**
 * The views as pure functions of the log: ordered passes over one symbol at a time, no engine.
 *
 * <p>Every interval divides a UTC day, so three passes do: a day's winning candles are rolled up to its bars ({@link
 * io.cryptolambda.batch.view.DayRollUp}), bars get their indicators ({@link io.cryptolambda.batch.view.IndicatorPass}) and
 * candles their features ({@link io.cryptolambda.batch.view.FeaturePass}), each with the knowledge position it rests on. A
 * full recompute runs them from a symbol's first minute; an incremental one is planned from a small summary of each day
 * ({@link io.cryptolambda.batch.view.SymbolPlan}), begins a lookback early and gives out what has changed. State is bounded
 * by the lookback, so a history of any length streams through. The math is core's, shared with the speed layer; nothing in
 * here may depend on Spark.
 */
package io.cryptolambda.batch.view;
