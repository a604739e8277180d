package io.cryptolambda.local.lambda.process;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts processes, keeps them running and stops them in order. Safe to use from several threads. */
public final class Supervisor {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final Launcher launcher;
    private final Consumer<String> events;
    private final Runnable changed;
    private volatile boolean stopping;

    /**
     * @param launcher starts the processes
     * @param events told what happened, a line each
     * @param changed called when a process was started, so that the state on disk can follow
     */
    public Supervisor(Launcher launcher, Consumer<String> events, Runnable changed) {
        this.launcher = launcher;
        this.events = events;
        this.changed = changed;
    }

    /** Starts a process and returns once it is healthy. */
    public void start(ProcessSpec spec) throws StartFailure {
        ChildProcess child = new ChildProcess(spec, launcher, scheduler, events, changed);
        children.add(child);
        if (stopping) {
            child.stop();
        }
        child.start();
    }

    /** Stops a process for good and forgets it; nothing happens where there is none of that name. */
    public void stop(String name) {
        List<ChildProcess> named =
                children.stream().filter(child -> child.name().equals(name)).toList();
        OwnProcesses.end(
                named.stream().map(ChildProcess::stop).flatMap(Optional::stream).toList(), PATIENCE);
        children.removeAll(named);
        changed.run();
    }

    /** Every process started so far and not stopped, in the order of their starts. */
    public List<ProcessState> processes() {
        return children.stream()
                .map(ChildProcess::state)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Stops everything, the last tier first; what does not end in time is killed. */
    public void stop() {
        stopping = true;
        Stream.of(Tier.values()).sorted(Comparator.reverseOrder()).forEach(this::stop);
        scheduler.shutdownNow();
    }

    private void stop(Tier tier) {
        List<ProcessHandle> running = children.stream()
                .filter(child -> child.tier() == tier)
                .map(ChildProcess::stop)
                .flatMap(Optional::stream)
                .toList();
        OwnProcesses.end(running, PATIENCE);
    }
}
