package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.StartFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps at the same time where their order allows it. */
final class StartPlan {
    private final List<Step> steps;

    /** @param steps in an order in which each comes after those it names */
    StartPlan(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Returns when all are done, or as soon as one failed; others may then still be under way. */
    void run() throws StartFailure, InterruptedException {
        ExecutorService executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "start");
            thread.setDaemon(true);
            return thread;
        });
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        Map<String, CompletableFuture<Void>> done = new HashMap<>();
        for (Step step : steps) {
            CompletableFuture<?>[] before = step.after().stream().map(done::get).toArray(CompletableFuture[]::new);
            done.put(
                    step.name(), CompletableFuture.allOf(before).thenRunAsync(() -> run(step, firstFailure), executor));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, firstFailure).get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            executor.shutdown();
        }
    }

    private static void run(Step step, CompletableFuture<Void> firstFailure) {
        try {
            step.action().run();
        } catch (Exception e) {
            StartFailure failure =
                    e instanceof StartFailure known ? known : new StartFailure(step.name() + " failed: " + e, e);
            firstFailure.completeExceptionally(failure);
            throw new CompletionException(failure);
        }
    }

    private static StartFailure failure(Throwable cause) {
        Throwable inner = cause;
        while (inner instanceof CompletionException && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner instanceof StartFailure known ? known : new StartFailure(String.valueOf(inner), inner);
    }
}
