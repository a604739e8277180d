package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a program again and again, never two at once: where a run that somebody started by hand holds the lock, the
 * scheduled one is left out.
 */
public final class ScheduledRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final NextRun next;
    private final Launcher launcher;
    private final Path lock;
    private final Consumer<String> events;
    private final ScheduledExecutorService scheduler;
    private Process running;
    private boolean closed;

    /** What to run, as it must be run now. */
    @FunctionalInterface
    public interface NextRun {
        /** Asked before each run. */
        ProcessSpec spec() throws IOException;
    }

    /**
     * @param name what it is called in the events
     * @param next what to run
     * @param lock file that whoever runs it holds
     * @param events told what happened, a line each
     */
    public ScheduledRun(String name, NextRun next, Launcher launcher, Path lock, Consumer<String> events) {
        this.name = name;
        this.next = next;
        this.launcher = launcher;
        this.lock = lock;
        this.events = events;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name + "-scheduler");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param every time until the first run, and from the end of a run to the start of the next; zero for none */
    public void start(Duration every) {
        if (!every.isZero()) {
            scheduler.scheduleWithFixedDelay(this::runOnce, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends a run that is under way; the lock goes with it. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        Process last;
        synchronized (this) {
            closed = true;
            last = running;
        }
        if (last != null && last.isAlive()) {
            OwnProcesses.end(List.of(last.toHandle()), PATIENCE);
        }
    }

    private void runOnce() {
        try {
            Optional<HeldLock> held = HeldLock.tryHold(lock);
            if (held.isEmpty()) {
                events.accept("event=" + name + "_skipped reason=\"another run is under way\"");
                return;
            }
            try (HeldLock turn = held.get()) {
                runHolding();
            }
        } catch (IOException e) {
            events.accept("event=" + name + "_failed error=\"" + e + "\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runHolding() throws IOException, InterruptedException {
        ProcessSpec run = next.spec();
        long begin = System.nanoTime();
        synchronized (this) {
            if (closed) {
                return;
            }
            running = launcher.start(run);
        }
        int exitCode = running.waitFor();
        events.accept(String.format(
                "event=%s_ended exit_code=%d seconds=%.1f log=%s",
                name, exitCode, (System.nanoTime() - begin) / 1e9, launcher.log(run.name())));
    }
}
