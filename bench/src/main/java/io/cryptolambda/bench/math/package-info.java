/**
 * JMH: nanoseconds and bytes allocated per candle or bar of our math, beside TA-Lib and ta4j for the same indicators. Run by
 * {@link io.cryptolambda.bench.math.MathBench}.
 */
package io.cryptolambda.bench.math;
