package io.cryptolambda.local.lambda.batch;

import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.HeldLock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the whole batch layer again and again, never two at once: where a run that somebody started by hand is under way,
 * the scheduled one is left out.
 */
public final class BatchScheduler implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ProcessSpec run;
    private final Launcher launcher;
    private final DataDirectory data;
    private final Consumer<String> events;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "batch-scheduler");
        thread.setDaemon(true);
        return thread;
    });
    private Process running;
    private boolean closed;

    /**
     * @param run what to run
     * @param events told what happened, a line each
     */
    public BatchScheduler(ProcessSpec run, Launcher launcher, DataDirectory data, Consumer<String> events) {
        this.run = run;
        this.launcher = launcher;
        this.data = data;
        this.events = events;
    }

    /** @param every time until the first run, and from the end of a run to the start of the next */
    public void start(Duration every) {
        scheduler.scheduleWithFixedDelay(this::runOnce, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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
            Optional<HeldLock> lock = HeldLock.tryHold(data.batchLock());
            if (lock.isEmpty()) {
                events.accept("event=batch_skipped reason=\"another run is under way\"");
                return;
            }
            try (HeldLock held = lock.get()) {
                runHolding();
            }
        } catch (IOException e) {
            events.accept("event=batch_failed error=\"" + e + "\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runHolding() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        synchronized (this) {
            if (closed) {
                return;
            }
            running = launcher.start(run);
        }
        int exitCode = running.waitFor();
        events.accept(String.format(
                "event=batch_ended exit_code=%d seconds=%.1f log=%s",
                exitCode, (System.nanoTime() - begin) / 1e9, launcher.log(run.name())));
    }
}
