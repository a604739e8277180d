package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.fault.Log.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** R5: each record of the raw topic has exactly the one output that the contract says. */
final class Accounts {
    private Accounts() {}

    /** What is not accounted for, and what is there that should not be. */
    static List<String> wrong(Log log, Outputs outputs) {
        List<String> wrong = new ArrayList<>();
        log.fates().forEach((partition, fates) -> {
            for (int offset = 0; offset < fates.size(); offset++) {
                String at = Outputs.at(partition, offset);
                Fate fate = fates.get(offset);
                expect(wrong, at, fate, "features", fate == Fate.TAKEN, outputs.taken());
                expect(wrong, at, fate, "late features", fate == Fate.LATE, outputs.late());
                expect(wrong, at, fate, "dead letters", fate == Fate.DEAD_LETTER, outputs.deadLetters());
                if (fate == Fate.LATE && !outputs.lateTopic().containsKey(at)) {
                    wrong.add(at + " is late, and not in the topic of late candles");
                }
            }
        });
        return wrong;
    }

    private static void expect(
            List<String> wrong, String at, Fate fate, String what, boolean once, Map<String, Integer> written) {
        int found = written.getOrDefault(at, 0);
        if (found != (once ? 1 : 0)) {
            wrong.add(at + " (" + fate + ") is " + found + " times among the " + what);
        }
    }
}
