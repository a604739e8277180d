package io.cryptolambda.local.lambda.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One supervised process. Until it was healthy once, its death is the caller's failure; from then on it is started again,
 * after a backoff, for as long as it takes.
 */
final class ChildProcess {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long PROBE_MILLIS = 200;

    private final ProcessSpec spec;
    private final Launcher launcher;
    private final ScheduledExecutorService scheduler;
    private final Consumer<String> events;
    private final Runnable changed;

    private Process process;
    private long spawnedNanos;
    private int restarts;
    private int failuresInRow;
    private boolean wasHealthy;
    private boolean stopping;

    ChildProcess(
            ProcessSpec spec,
            Launcher launcher,
            ScheduledExecutorService scheduler,
            Consumer<String> events,
            Runnable changed) {
        this.spec = spec;
        this.launcher = launcher;
        this.scheduler = scheduler;
        this.events = events;
        this.changed = changed;
    }

    String name() {
        return spec.name();
    }

    Tier tier() {
        return spec.tier();
    }

    /** Starts it and returns once it is healthy. */
    void start() throws StartFailure {
        Process started = spawnOrFail();
        long deadline = System.nanoTime() + spec.startLimit().toNanos();
        while (!spec.health().healthy()) {
            if (System.nanoTime() > deadline) {
                throw failure("was not ready after " + spec.startLimit().toSeconds() + " s");
            }
            if (endedWithin(started, PROBE_MILLIS)) {
                throw failure("ended with exit code " + started.exitValue() + " before it was ready");
            }
        }
        // Another server may be what answered on the port.
        if (!started.isAlive()) {
            throw failure("ended with exit code " + started.exitValue() + " before it was ready");
        }
        watch(started);
    }

    /** No restarts from now on. Returns what runs, for the caller to end. */
    synchronized Optional<ProcessHandle> stop() {
        stopping = true;
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    synchronized Optional<ProcessState> state() {
        return Optional.ofNullable(process)
                .map(running -> new ProcessState(
                        spec.name(), ProcessIdentity.of(running.toHandle()), spec.port(), spec.health(), restarts));
    }

    private Process spawnOrFail() throws StartFailure {
        try {
            spec.preparation().run();
            return spawn();
        } catch (StartFailure e) {
            throw e;
        } catch (Exception e) {
            throw new StartFailure(spec.name() + " could not be started: " + e, e);
        }
    }

    private Process spawn() throws IOException, StartFailure {
        Process spawned;
        synchronized (this) {
            if (stopping) {
                throw new StartFailure(spec.name() + " is not started: the stack is stopping", (Throwable) null);
            }
            spawned = launcher.start(spec);
            process = spawned;
            spawnedNanos = System.nanoTime();
        }
        changed.run();
        return spawned;
    }

    private synchronized void watch(Process started) {
        wasHealthy = true;
        started.onExit().thenAccept(this::exited);
    }

    private synchronized void exited(Process ended) {
        if (stopping || !wasHealthy) {
            return;
        }
        boolean steady = System.nanoTime() - spawnedNanos > STEADY.toNanos();
        failuresInRow = steady ? 1 : failuresInRow + 1;
        Duration delay = BACKOFF.after(failuresInRow);
        events.accept(String.format(
                "event=process_ended name=%s exit_code=%d restart_in_ms=%d",
                spec.name(), ended.exitValue(), delay.toMillis()));
        scheduler.schedule(this::restart, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart() {
        try {
            spec.preparation().run();
            Process started = spawn();
            synchronized (this) {
                restarts++;
            }
            changed.run();
            events.accept("event=process_restarted name=" + spec.name() + " pid=" + started.pid());
            started.onExit().thenAccept(this::exited);
        } catch (Exception e) {
            restartFailed(e);
        }
    }

    private synchronized void restartFailed(Exception e) {
        if (stopping) {
            return;
        }
        failuresInRow++;
        events.accept("event=restart_failed name=" + spec.name() + " error=\"" + e + "\"");
        scheduler.schedule(this::restart, BACKOFF.after(failuresInRow).toMillis(), TimeUnit.MILLISECONDS);
    }

    private StartFailure failure(String what) {
        return new StartFailure(spec.name() + " " + what, launcher.log(spec.name()));
    }

    private static boolean endedWithin(Process process, long millis) throws StartFailure {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }
}
