package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** R3: what {@code verify --json} said. */
final class Parity {
    private Parity() {}

    /**
     * @param exitCode of the command
     * @param output of the command
     * @param awaiting whether documents may wait for the next batch run
     * @param found told what speaks against parity
     * @return figures
     */
    static String check(int exitCode, String output, boolean awaiting, Consumer<String> found) {
        if (exitCode > 1 || output.isBlank()) {
            found.accept("verify ended with " + exitCode + " and no report: " + output);
            return "-";
        }
        JsonNode report = World.json(output);
        long equal = report.path("equal").asLong();
        long waiting = report.path("awaiting").asLong();
        if (exitCode != 0 || !report.path("parity").asBoolean()) {
            found.accept("verify ended with " + exitCode);
            report.path("differences").forEach(difference -> found.accept(difference.toString()));
        } else if (equal == 0) {
            found.accept("verify compared nothing");
        } else if (waiting > 0 && !awaiting) {
            found.accept(waiting + " documents still wait for a batch run that has been");
        }
        return equal + " of " + report.path("compared").asLong() + " equal, "
                + report.path("newer").asLong() + " newer" + (waiting > 0 ? ", " + waiting + " awaiting" : "");
    }
}
