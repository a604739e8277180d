package io.cryptolambda.bench.accuracy;

import java.util.Locale;

/** The largest deviation seen, and where. */
final class Largest {
    private double deviation;
    private String where = "";

    void see(double seen, String at) {
        if (seen > deviation) {
            deviation = seen;
            where = at;
        }
    }

    double deviation() {
        return deviation;
    }

    String where() {
        return where;
    }

    /** The deviation for people. */
    String text() {
        return deviation == 0 ? "0" : String.format(Locale.ROOT, "%.1e", deviation);
    }
}
