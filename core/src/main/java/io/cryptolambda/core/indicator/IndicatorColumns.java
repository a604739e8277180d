package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;

/** The indicators of neighbouring bars, a column each. */
public final class IndicatorColumns {
    private final double[][] columns;

    IndicatorColumns(int size) {
        columns = new double[Indicator.COUNT][size];
    }

    /** Number of bars. */
    public int size() {
        return columns[0].length;
    }

    /** The value of the bar in {@code row}, in the indicator's own unit; {@code NaN} where absent. */
    public double get(Indicator indicator, int row) {
        return columns[indicator.ordinal()][row];
    }

    /** All indicators of the bar in {@code row}. */
    public Indicators at(int row) {
        double[] values = new double[Indicator.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i][row];
        }
        return new Indicators(values);
    }

    void set(Indicator indicator, int row, double value) {
        columns[indicator.ordinal()][row] = Double.isFinite(value) ? value : Double.NaN;
    }

    void set(int row, Indicators values) {
        for (Indicator indicator : Indicator.values()) {
            columns[indicator.ordinal()][row] = values.get(indicator);
        }
    }
}
