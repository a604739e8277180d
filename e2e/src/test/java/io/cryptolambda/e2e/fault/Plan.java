package io.cryptolambda.e2e.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What goes wrong in one run, and when: a function of the seed alone.
 *
 * @param seed the seed
 * @param steps in order
 */
record Plan(long seed, List<Step> steps) {
    private static final int SHORTEST_REST = 2;
    private static final int LONGEST_REST = 15;

    /**
     * @param fault what happens
     * @param seed of its own chances, so that leaving one step out changes no other
     * @param rest time after it, which may be too short to recover in
     */
    record Step(Fault fault, long seed, Duration rest) {}

    /** Draws {@code count} of {@code faults}, none twice before each had its turn. */
    static Plan of(long seed, int count, List<Fault> faults) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        List<Fault> left = new ArrayList<>();
        while (steps.size() < count) {
            if (left.isEmpty()) {
                left.addAll(faults);
            }
            Fault fault = left.remove(random.nextInt(left.size()));
            steps.add(step(fault, random));
        }
        return new Plan(seed, List.copyOf(steps));
    }

    /** These faults in this order. */
    static Plan inOrder(long seed, List<Fault> faults) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Plan(seed, faults.stream().map(fault -> step(fault, random)).toList());
    }

    private static Step step(Fault fault, SplittableRandom random) {
        return new Step(fault, random.nextLong(), Duration.ofSeconds(random.nextInt(SHORTEST_REST, LONGEST_REST + 1)));
    }

    @Override
    public String toString() {
        return "seed " + seed + ": "
                + steps.stream()
                        .map(step -> step.fault().name() + " +" + step.rest().toSeconds() + "s")
                        .collect(Collectors.joining(", "));
    }
}
