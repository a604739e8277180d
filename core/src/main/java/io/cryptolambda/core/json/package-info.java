/**
 * The one JSON form of candles, features, bars, indicators and batch runs, read and written in one pass.
 *
 * <p>Field names are snake_case, decimals are strings with eight places, times are epoch milliseconds UTC, absent values
 * are null. Unknown fields are ignored when reading. Every layer uses these codecs, so that Kafka values and
 * Elasticsearch documents are the same text. One form is the exchange's own: the kline event that its clients read.
 */
package io.cryptolambda.core.json;
