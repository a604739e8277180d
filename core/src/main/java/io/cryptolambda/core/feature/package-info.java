/**
 * Rolling features of 1-minute candles, as pure functions of the last existing candles.
 *
 * <p>Kafka Streams and the batch layer both compute features here and nowhere else, in one defined order of operations,
 * so their results are the same bits. Nothing here knows an engine, a clock or I/O.
 */
package io.cryptolambda.core.feature;
