package io.cryptolambda.ingest.feed;

/**
 * A record on its way to the raw topic.
 *
 * @param openTime the candle's open time, or negative if the record is no valid candle
 * @param value UTF-8 JSON
 * @param heardNanos {@link System#nanoTime()} when a stream told it; 0 if none did
 */
public record Outgoing(String symbol, long openTime, byte[] value, long heardNanos) {}
