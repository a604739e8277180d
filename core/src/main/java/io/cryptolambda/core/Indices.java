package io.cryptolambda.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of the Elasticsearch indices: one per layer, interval and month of the open time. */
public final class Indices {
    /** Alias of the one-document index that describes the batch run being served. */
    public static final String BATCH_RUN = "crypto-batch-run";

    /** Id of that document. */
    public static final String RUN_DOCUMENT = "run";

    /** The index of one document that says how our bars compared with the exchange's own. */
    public static final String CHECK = "crypto-check";

    /** The index of one document that says how all that is served compared with the naive oracle. */
    public static final String PARITY = "crypto-parity";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private Indices() {}

    /** The speed index of the month that {@code openTime}, epoch milliseconds UTC, lies in. */
    public static String speed(Interval interval, long openTime) {
        return "crypto-speed-" + interval.text() + "-" + month(openTime);
    }

    /** Matches every speed index of an interval. */
    public static String speedPattern(Interval interval) {
        return "crypto-speed-" + interval.text() + "-*";
    }

    /** Matches every speed index. */
    public static String allSpeed() {
        return "crypto-speed-*";
    }

    /** The alias that all batch indices of an interval are read by. */
    public static String batchAlias(Interval interval) {
        return "crypto-batch-" + interval.text();
    }

    /** The batch index that {@code runId} builds for an interval and month. */
    public static String batch(Interval interval, long openTime, String runId) {
        return batchAlias(interval) + "-" + month(openTime) + "-" + runId;
    }

    /** Matches every batch index, whatever the run, those of run metadata included. */
    public static String allBatch() {
        return "crypto-batch-*";
    }

    /** The run metadata index of {@code runId}. */
    public static String batchRun(String runId) {
        return BATCH_RUN + "-" + runId;
    }

    /** Document id, the same in both layers. */
    public static String documentId(String symbol, Interval interval, long openTime) {
        return symbol + "|" + interval.text() + "|" + openTime;
    }

    /** The month of an open time, as {@code 2024-01}. */
    public static String month(long openTime) {
        return MONTH.format(Instant.ofEpochMilli(openTime));
    }
}
