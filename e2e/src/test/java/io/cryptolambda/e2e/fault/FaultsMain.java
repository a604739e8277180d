package io.cryptolambda.e2e.fault;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lambda faults}: seeded plans of faults against real stacks, one after the other. */
@Command(
        name = "lambda faults",
        mixinStandardHelpOptions = true,
        description = "Lets things go wrong on a stack of its own, by seed, and checks that nothing is lost or wrong."
                + " Exit code 1 if an invariant was broken.")
public final class FaultsMain implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "N|A..B",
            defaultValue = "1..100",
            description = "seeds to run (default ${DEFAULT-VALUE})")
    private String seeds;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "begin no further run after so long (default ${DEFAULT-VALUE})")
    private long minutes;

    @Option(names = "--faults", defaultValue = "6", description = "of a run (default ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--longest",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long one fault may last (default ${DEFAULT-VALUE})")
    private long longest;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "FAULT",
            description = "these, in this order, in place of a drawn plan")
    private List<String> only = List.of();

    @Option(
            names = "--speed",
            defaultValue = "120",
            description = "of the market, times real time (default ${DEFAULT-VALUE})")
    private int speed;

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultsMain()).execute(args));
    }

    @Override
    public Integer call() {
        long deadline = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        int broken = 0;
        int runs = 0;
        for (long seed : seeds()) {
            if (System.nanoTime() > deadline) {
                break;
            }
            runs++;
            broken += holds(seed) ? 0 : 1;
        }
        say(runs + " runs, " + broken + " with a broken invariant");
        return broken == 0 && runs > 0 ? 0 : 1;
    }

    private boolean holds(long seed) {
        try {
            Verdict verdict = new FaultRun(plan(seed), speed, FaultsMain::say).run();
            say("seed " + seed + (verdict.holds() ? ": all hold" : ": BROKEN") + "\n" + verdict);
            return verdict.holds();
        } catch (RuntimeException | AssertionError e) {
            // Such as a stack that did not start: no verdict either, and no reason not to run the next seed.
            say("seed " + seed + ": NO VERDICT, " + e);
            return false;
        }
    }

    private Plan plan(long seed) {
        Duration most = Duration.ofSeconds(longest);
        return only.isEmpty()
                ? Plan.of(seed, count, Faults.all(most))
                : Plan.inOrder(
                        seed,
                        only.stream().map(name -> Faults.named(name, most)).toList());
    }

    private List<Long> seeds() {
        try {
            String[] ends = seeds.split("\\.\\.", 2);
            long first = Long.parseLong(ends[0]);
            long last = ends.length == 1 ? first : Long.parseLong(ends[1]);
            return Stream.iterate(first, seed -> seed <= last, seed -> seed + 1).toList();
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "--seeds: '" + seeds + "' is not such as 7 or 1..100", e);
        }
    }

    private static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
