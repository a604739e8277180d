package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs as many instances of the Streams app as are wanted, and follows when that changes. An instance that is no longer
 * wanted leaves its group, so that the others take its partitions over at once; one that merely dies is started again and
 * finds them kept for it.
 */
final class StreamsInstances implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;

    private final Programs programs;
    private final DataDirectory data;
    private final StateFiles files;
    private final Supervisor supervisor;
    private final Consumer<String> events;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "streams-instances");
        thread.setDaemon(true);
        return thread;
    });
    private int running;

    /** @param events told what happened, a line each */
    StreamsInstances(Programs programs, DataDirectory data, Supervisor supervisor, Consumer<String> events) {
        this.programs = programs;
        this.data = data;
        this.files = new StateFiles(data);
        this.supervisor = supervisor;
        this.events = events;
    }

    /** Starts the wanted instances and returns once they are healthy. */
    void start() throws IOException, StartFailure {
        follow(files.scale());
        scheduler.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void look() {
        try {
            Scale wanted = files.scale();
            if (wanted.kstreams() != running) {
                follow(wanted);
                events.accept("event=scaled name=kstreams instances=" + running);
            }
        } catch (StartFailure | IOException | RuntimeException e) {
            giveUp(e);
        }
    }

    private void follow(Scale wanted) throws IOException, StartFailure {
        while (running < wanted.kstreams()) {
            supervisor.start(programs.streams(running + 1));
            running++;
        }
        while (running > wanted.kstreams()) {
            Path state = Files.createDirectories(Programs.streamsState(data, running));
            Path leaving = state.resolve(ConsumerGroups.LEAVING_FILE);
            if (Files.notExists(leaving)) {
                Files.createFile(leaving);
            }
            supervisor.stop(Programs.streamsName(running));
            running--;
        }
    }

    /** An instance that does not start is not wanted any more: what runs goes on. */
    private void giveUp(Exception e) {
        if (scheduler.isShutdown()) {
            return;
        }
        events.accept("event=not_scaled name=kstreams instances=" + running + " error=\"" + e.getMessage() + "\"");
        supervisor.stop(Programs.streamsName(running + 1));
        try {
            files.write(new Scale(running));
        } catch (IOException again) {
            events.accept("event=scale_not_written error=\"" + again.getMessage() + "\"");
        }
    }
}
