package io.cryptolambda.e2e.fault;

import java.util.random.RandomGenerator;

/**
 * Something that goes wrong, and is over when it returns.
 *
 * @param name as plans and reports name it
 * @param event what happens; all chance comes from the generator it is given
 */
record Fault(String name, Event event) {
    @FunctionalInterface
    interface Event {
        void happen(World world, RandomGenerator random) throws Exception;
    }
}
