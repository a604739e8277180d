package io.cryptolambda.batch.importing;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gets things some steps ahead of who uses them, several at a time, and gives them out in order.
 *
 * @param <T> what is got
 */
final class Prefetch<T> implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int AHEAD = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final Queue<Future<T>> ahead = new ArrayDeque<>();
    private final Iterator<? extends Callable<T>> steps;

    Prefetch(Iterator<? extends Callable<T>> steps) {
        this.steps = steps;
    }

    /** The next one; null after the last. */
    T next() throws InterruptedException {
        while (steps.hasNext() && ahead.size() < AHEAD) {
            ahead.add(pool.submit(steps.next()));
        }
        if (ahead.isEmpty()) {
            return null;
        }
        try {
            return ahead.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot get the next file: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
