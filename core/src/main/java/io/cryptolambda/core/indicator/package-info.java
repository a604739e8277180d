/**
 * Indicators of bars: TA-Lib's functions over a bounded lookback, each a pure function of the bars in it.
 *
 * <p>Flink and the batch layer both compute indicators here and nowhere else. Each indicator is prepared from the closed
 * bars of the lookback and then completed by the last bar, so that updating a bar in progress costs the same whatever
 * the lookback, and gives the bits of computing from scratch. Nothing here knows an engine, a clock or I/O.
 */
package io.cryptolambda.core.indicator;
