package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.e2e.Stack;
import io.cryptolambda.e2e.TestPorts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** One stack of its own, one plan, one verdict. The market is made up, and goes on while things go wrong. */
final class FaultRun {
    /** Time from the last fault to an answer that is less than 5 s behind. */
    static final Duration RECOVERY = Duration.ofMinutes(4);

    /** Told of a fault that could not happen. */
    static final String MISSED = "did not come about";

    private static final int MEGABYTES = 400;
    private static final Duration FIRST_CATCH_UP = Duration.ofMinutes(5);

    private final Plan plan;
    private final int speed;
    private final List<String> smallDisks;
    private final Consumer<String> events;

    /**
     * @param speed of the market, times real time
     * @param events told what happens, a line each
     */
    FaultRun(Plan plan, int speed, Consumer<String> events) {
        this(plan, speed, List.of(), events);
    }

    /** @param smallDisks folders of the data directory that get a small disk of their own */
    FaultRun(Plan plan, int speed, List<String> smallDisks, Consumer<String> events) {
        this.plan = plan;
        this.speed = speed;
        this.smallDisks = smallDisks;
        this.events = events;
    }

    Verdict run() {
        events.accept(plan.toString());
        TestPorts ports = TestPorts.free();
        Stack stack = new Stack("faults-" + plan.seed(), ports);
        Deque<SmallDisk> disks = new ArrayDeque<>();
        Thread atCtrlC = new Thread(stack::close, "down");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        try {
            stack.clear();
            smallDisks.forEach(folder -> disks.push(SmallDisk.mount(stack.data().resolve(folder), MEGABYTES)));
            return run(stack, ports);
        } finally {
            disks.forEach(SmallDisk::close);
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        }
    }

    private Verdict run(Stack stack, TestPorts ports) {
        try (Relays relays = new Relays(ports);
                stack) {
            List<String> options = new ArrayList<>(
                    List.of("--symbols", String.join(",", World.SYMBOLS), "--speed", "" + speed, "--batch-every", "0"));
            options.addAll(relays.options());
            stack.upAgain(options.toArray(String[]::new));
            World world = new World(stack, relays, speed, events);
            awaitLive(stack);
            stack.lambda("batch", "all").requireSuccess();
            try (ApiWatch watch = new ApiWatch(ports.servingUrl())) {
                for (Plan.Step step : plan.steps()) {
                    happen(world, step);
                }
                relays.heal();
                return new Inspection(world, watch, RECOVERY).inspect();
            }
        }
    }

    private void happen(World world, Plan.Step step) {
        events.accept(step.fault().name());
        try {
            step.fault().event().happen(world, new SplittableRandom(step.seed()));
        } catch (Exception e) {
            // The fault met a system that another one had not left yet; the plan goes on.
            events.accept("  " + MISSED + ": " + e);
        }
        World.last(step.rest());
    }

    private static JsonNode awaitLive(Stack stack) {
        return Awaitility.await("history taken in")
                .atMost(FIRST_CATCH_UP)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        stack::status,
                        status -> status.path("ready").asBoolean()
                                && status.path("counts").path("features").asLong()
                                        > 2 * 1_440L * World.SYMBOLS.size() * 9 / 10);
    }
}
