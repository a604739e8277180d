package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;

/** The report for people. */
final class TextReport {
    private static final int DIFFERENCES_SHOWN = 20;
    private static final String ROW = "%-14s %-8s %10s %10s %10s %10s %10s %10s%n";

    private TextReport() {}

    static void print(ParityReport report, PrintWriter out) {
        out.printf(ROW, "symbol", "interval", "compared", "equal", "different", "missing", "newer", "awaiting");
        report.bySymbol()
                .forEach((symbol, intervals) ->
                        intervals.forEach((interval, tally) -> row(out, symbol, interval, tally)));
        row(out, "all", null, report.total());
        out.println("served from " + report.byLayer() + ", cut at raw offsets "
                + report.cut().ends());
        report.differences().stream().limit(DIFFERENCES_SHOWN).forEach(difference -> difference(out, difference));
        out.println(report.total().holds() ? "PARITY" : "NO PARITY");
    }

    private static void row(PrintWriter out, String symbol, Interval interval, Tally tally) {
        out.printf(
                Locale.ROOT,
                ROW,
                symbol,
                interval == null ? "" : interval,
                tally.compared(),
                tally.equal(),
                tally.different(),
                tally.missing(),
                tally.newer(),
                tally.awaiting());
    }

    private static void difference(PrintWriter out, Difference difference) {
        out.printf(
                "%s %s %s %s: expected %s, served %s (layer %s, as_of %s)%n",
                difference.symbol(),
                difference.interval().text(),
                Instant.ofEpochMilli(difference.openTime()),
                difference.field(),
                difference.expected(),
                difference.served(),
                difference.layer(),
                difference.asOf());
    }
}
