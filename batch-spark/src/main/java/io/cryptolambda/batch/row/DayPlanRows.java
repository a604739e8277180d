package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.DayPlan;
import io.cryptolambda.batch.view.DayPlan.Role;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.Update.Before;
import io.cryptolambda.batch.view.ViewBar;
import io.cryptolambda.batch.view.ViewCandle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What an incremental recompute has to do with each symbol and day; and rows of the views joined with it. */
public final class DayPlanRows {
    /** The columns. A role is the number of a {@link Role}. */
    public static final StructType SCHEMA =
            StructType.fromDDL("symbol STRING, day BIGINT, touched BOOLEAN, holes BOOLEAN"
                    + PositionColumns.ddl("later")
                    + ", "
                    + Arrays.stream(Interval.values())
                            .map(interval -> role(interval) + " INT")
                            .collect(Collectors.joining(", ")));

    /** The columns that follow those of a view in a joined row; {@code role} is that of the row's interval. */
    public static final String[] JOINED = {"role", "touched", "later_as_of", "later_as_of_time", "later_partition"};

    private static final Role[] ROLES = Role.values();

    private DayPlanRows() {}

    /** The column of an interval's role. */
    public static String role(Interval interval) {
        return "role_" + interval.text();
    }

    /** Writes a row. */
    public static Row write(DayPlan plan) {
        RowWriter row = new RowWriter(SCHEMA.size());
        row.add(plan.symbol(), plan.day(), plan.touched(), plan.holes());
        PositionColumns.write(plan.laterDays(), row);
        plan.roles().forEach(role -> row.add(role.ordinal()));
        return row.row();
    }

    /** Reads a row. */
    public static DayPlan read(Row source) {
        RowReader row = new RowReader(source);
        String symbol = row.text();
        long day = row.longValue();
        boolean touched = row.bool();
        boolean holes = row.bool();
        LogPosition laterDays = PositionColumns.read(row);
        List<Role> roles = new ArrayList<>();
        for (int i = 0; i < Interval.values().length; i++) {
            roles.add(ROLES[row.intValue()]);
        }
        return new DayPlan(symbol, day, touched, holes, laterDays, roles);
    }

    /** Reads a candle of the view followed by {@link #JOINED}. */
    public static Before<ViewCandle> candleWithPlan(Row source) {
        RowReader row = new RowReader(source);
        return withPlan(ViewCandleRows.read(row), row);
    }

    /** Reads a bar of the view followed by {@link #JOINED}. */
    public static Before<ViewBar> barWithPlan(Row source) {
        RowReader row = new RowReader(source);
        return withPlan(ViewBarRows.read(row), row);
    }

    private static <V> Before<V> withPlan(V view, RowReader row) {
        return new Before<>(view, ROLES[row.intValue()], row.bool(), PositionColumns.read(row));
    }
}
