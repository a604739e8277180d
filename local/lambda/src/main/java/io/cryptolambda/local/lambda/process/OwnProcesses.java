package io.cryptolambda.local.lambda.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that belong to a data directory, recognised by the marker in their command line. A recorded pid may by now
 * be somebody else's process; the marker cannot.
 *
 * @param dataDir the data directory, absolute
 */
public record OwnProcesses(Path dataDir) {

    /** All that run now, but this process. */
    public List<ProcessHandle> running() {
        String marker = Launcher.marker(dataDir);
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> belongs(process.info().arguments().orElse(new String[0]), marker))
                .toList();
    }

    /**
     * Ends all of them: asks first, and kills what is still there after {@code patience}.
     *
     * @return how many there were
     */
    public int end(Duration patience) {
        List<ProcessHandle> found = running();
        end(found, patience);
        return found.size();
    }

    /** Asks processes to end, waits for at most {@code patience} for all of them, and kills the rest. */
    public static void end(List<ProcessHandle> processes, Duration patience) {
        processes.forEach(ProcessHandle::destroy);
        if (!ended(processes, patience)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            ended(processes, patience);
        }
    }

    static boolean belongs(String[] arguments, String marker) {
        return List.of(arguments).contains(marker);
    }

    private static boolean ended(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
