package io.cryptolambda.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.merge.MergeRule.Choice;
import io.cryptolambda.core.merge.MergeRule.SpeedKnowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rule over seeded interleavings of candles, corrections, late candles, batch runs, seeds and trims, read in the middle:
 * speed first and batch some steps later, or batch first where no run is published meanwhile. A document of a minute depends on that minute and the one before, and is here just
 * the positions of what it knows of them.
 */
class InterleavingTest {
    private static final int HORIZON = 6;

    private record Known(List<Integer> positions, int asOf, boolean complete) {}

    private final List<Integer> log = new ArrayList<>();
    private final Map<Integer, Integer> known = new HashMap<>();
    private final Map<Integer, Known> speed = new HashMap<>();
    private Map<Integer, Known> batch = Map.of();
    private Random random;
    private int processed;
    private int newest;
    private int completeFrom;
    private int seeded;
    private int runReadTo;
    private int k;
    private int previousK;

    @Test
    void shouldServeEachMinuteOnceWithAllThatTheLayersKnow() {
        Map<Choice, Integer> seen = new HashMap<>();
        for (long seed = 0; seed < 1_000; seed++) {
            InterleavingTest world = new InterleavingTest();
            world.random = new Random(seed);
            for (int step = 0; step < 120; step++) {
                world.step();
                world.read(seed, seen);
            }
        }
        assertThat(seen).as("each case was met").containsOnlyKeys(Choice.SPEED, Choice.BATCH, Choice.PROVISIONAL_SPEED);
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> log.add(log.size() / 3 + random.nextInt(3));
            case 3 -> log.add(random.nextInt(log.size() / 3 + 1));
            case 4, 5, 6 -> process();
            case 7 -> runReadTo = log.size();
            case 8 -> publish();
            default -> {
                if (random.nextBoolean()) {
                    adoptSeeds();
                } else {
                    speed.values().removeIf(document -> document.asOf() < previousK);
                }
            }
        }
    }

    private void process() {
        if (processed == log.size()) {
            return;
        }
        int position = processed++;
        int minute = log.get(position);
        if (minute < newest - HORIZON) {
            completeFrom = position + 1; // passed by: batch will correct
            return;
        }
        newest = Math.max(newest, minute);
        known.merge(minute, position, Math::max); // seeds may know more already
        emit(minute);
        emit(minute + 1);
    }

    private void emit(int minute) {
        if (known.containsKey(minute)) {
            speed.put(minute, document(known, minute, completeFrom == 0 || seeded >= completeFrom));
        }
    }

    private void publish() {
        if (runReadTo > k) {
            previousK = k;
            k = runReadTo;
            batch = naive(k);
        }
    }

    private void adoptSeeds() {
        if (k <= seeded) {
            return;
        }
        seeded = k;
        last(k).forEach((minute, position) -> known.merge(minute, position, Math::max));
        for (int minute : List.copyOf(known.keySet())) {
            if (document(known, minute, true).asOf() >= k) {
                emit(minute);
            }
        }
    }

    private void read(long seed, Map<Choice, Integer> seen) {
        boolean speedFirst = random.nextBoolean();
        int runBefore = k;
        Map<Integer, Known> readOfSpeed = Map.copyOf(speed);
        TreeSet<Integer> expected = new TreeSet<>(known.keySet());
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            step();
        }
        if (!speedFirst) {
            if (k != runBefore) {
                return; // serving reads all again
            }
            readOfSpeed = Map.copyOf(speed);
            expected = new TreeSet<>(known.keySet());
        }
        expected.retainAll(last(log.size()).keySet());
        expected.addAll(batch.keySet());
        TreeSet<Integer> union = new TreeSet<>(readOfSpeed.keySet());
        union.addAll(batch.keySet());
        assertThat(union)
                .as("seed %d: nothing is missing, nothing is twice", seed)
                .isEqualTo(expected);
        Map<Integer, Map<Integer, Known>> naive = new HashMap<>();
        for (int minute : union) {
            Known ofSpeed = readOfSpeed.get(minute);
            SpeedKnowledge knowledge = ofSpeed == null ? null : new SpeedKnowledge(ofSpeed.asOf(), ofSpeed.complete());
            Choice choice = MergeRule.choose(knowledge, batch.containsKey(minute), k);
            seen.merge(choice, 1, Integer::sum);
            Known served = choice == Choice.BATCH ? batch.get(minute) : ofSpeed;
            if (choice != Choice.PROVISIONAL_SPEED) {
                int cut = Math.max(k, served.asOf() + 1);
                Known all = naive.computeIfAbsent(cut, this::naive).get(minute);
                if (!served.positions().equals(all.positions())) {
                    assertThat(served)
                            .as("seed %d, minute %d: all below %d that it depends on", seed, minute, cut)
                            .isEqualTo(all);
                }
            }
        }
    }

    /** The plain definition: every minute of the log below a position, with the last record of it and of the one before. */
    private Map<Integer, Known> naive(int end) {
        Map<Integer, Integer> last = last(end);
        Map<Integer, Known> documents = new HashMap<>();
        last.keySet().forEach(minute -> documents.put(minute, document(last, minute, true)));
        return documents;
    }

    private Map<Integer, Integer> last(int end) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int position = 0; position < end; position++) {
            last.put(log.get(position), position);
        }
        return last;
    }

    private static Known document(Map<Integer, Integer> of, int minute, boolean complete) {
        int own = of.get(minute);
        int before = of.getOrDefault(minute - 1, -1);
        return new Known(List.of(own, before), Math.max(own, before), complete);
    }
}
