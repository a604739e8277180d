package io.cryptolambda.e2e;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Kills the processes of the speed layer in turn, one each time, until it is closed. */
final class Kills implements AutoCloseable {
    private final Stack stack;
    private final List<String> killed = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** Begins when the first {@code every} is over. */
    Kills(Stack stack, Duration every) {
        this.stack = stack;
        clock.scheduleAtFixedRate(this::next, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was killed so far, in order. */
    List<String> killed() {
        return List.copyOf(killed);
    }

    private void next() {
        List<String> victims = StreamSupport.stream(stack.supervised().spliterator(), false)
                .map(process -> process.path("name").asText())
                .filter(name -> name.startsWith("flink-") || name.startsWith("kstreams"))
                .sorted()
                .toList();
        String victim = victims.get(killed.size() % victims.size());
        stack.kill(victim);
        killed.add(victim);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
