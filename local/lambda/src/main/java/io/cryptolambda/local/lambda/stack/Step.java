package io.cryptolambda.local.lambda.stack;

import java.util.List;

/**
 * One thing to do at start-up.
 *
 * @param name unique
 * @param after the steps that must be done before
 * @param action what to do; returns once it is done
 */
public record Step(String name, List<String> after, Action action) {
    /** What a step does. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }
}
