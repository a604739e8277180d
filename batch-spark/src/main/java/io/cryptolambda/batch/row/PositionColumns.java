package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.LogPosition;

/** The three columns of a position in the log. */
final class PositionColumns {
    private PositionColumns() {}

    /** {@code , name_as_of BIGINT, name_as_of_time BIGINT, name_partition INT}. */
    static String ddl(String name) {
        return ", " + name + "_as_of BIGINT, " + name + "_as_of_time BIGINT, " + name + "_partition INT";
    }

    /** Writes a position; null as three nulls. */
    static void write(LogPosition position, RowWriter row) {
        if (position == null) {
            row.skip(3);
        } else {
            row.add(position.asOf(), position.appendTime(), position.partition());
        }
    }

    /** Reads what {@link #write} wrote. */
    static LogPosition read(RowReader row) {
        if (row.isNull()) {
            row.skip(3);
            return null;
        }
        return new LogPosition(row.longValue(), row.longValue(), row.intValue());
    }
}
