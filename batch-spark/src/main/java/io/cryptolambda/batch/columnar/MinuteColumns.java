package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import java.util.Arrays;

/** One symbol's records of neighbouring minutes, with their positions in the log; more than one of a minute may be there. */
final class MinuteColumns extends MarketColumns {
    long[] asOf;
    long[] appendTime;
    long[] partition;
    long[] importSequence;

    MinuteColumns(int capacity) {
        super(capacity);
        asOf = new long[capacity];
        appendTime = new long[capacity];
        partition = new long[capacity];
        importSequence = new long[capacity];
    }

    @Override
    void ensure(int rows) {
        super.ensure(rows);
        if (rows > asOf.length) {
            asOf = Arrays.copyOf(asOf, rows);
            appendTime = Arrays.copyOf(appendTime, rows);
            partition = Arrays.copyOf(partition, rows);
            importSequence = Arrays.copyOf(importSequence, rows);
        }
    }

    void copy(int row, MinuteColumns from, int fromRow) {
        super.copy(row, from, fromRow);
        asOf[row] = from.asOf[fromRow];
        appendTime[row] = from.appendTime[fromRow];
        partition[row] = from.partition[fromRow];
        importSequence[row] = from.importSequence[fromRow];
    }

    /** Where the record of a row stands in the log. */
    LogPosition position(int row) {
        return new LogPosition(asOf[row], appendTime[row], (int) partition[row]);
    }

    /** Whether the record of a row comes after that of another row in the winner's order. */
    boolean isLater(int row, int otherRow) {
        return asOf[row] != asOf[otherRow]
                ? asOf[row] > asOf[otherRow]
                : importSequence[row] >= importSequence[otherRow];
    }
}
