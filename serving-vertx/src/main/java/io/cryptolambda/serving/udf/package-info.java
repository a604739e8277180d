/**
 * The TradingView UDF protocol under {@code /udf}: what a chart needs to list, find and draw symbols.
 *
 * <p>Times are seconds; outages and late or revised candles are marks. Depends on {@code kline}, {@code latest} and the
 * merged view for everything it serves.
 */
package io.cryptolambda.serving.udf;
