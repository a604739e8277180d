package io.cryptolambda.serving.view;

import java.util.Optional;

/**
 * The open times asked for, {@code [from, to)} in epoch milliseconds UTC, and how many.
 *
 * @param from inclusive; null for the newest {@code limit} before {@code to}
 * @param to exclusive; null for no end
 * @param limit largest number of rows, at least 1
 */
public record Range(Long from, Long to, int limit) {

    /** Whether rows are taken from the old end on; else they are the newest ones. */
    public boolean oldestFirst() {
        return from != null;
    }

    /** The parameter, if any, that asks for rows from before {@code time}, epoch milliseconds UTC. */
    Optional<String> before(long time) {
        if (from != null && from < time) {
            return Optional.of("from");
        }
        // Without a beginning the newest rows are meant; but if all of them lie before, none would be an answer.
        return from == null && to != null && to <= time ? Optional.of("to") : Optional.empty();
    }
}
