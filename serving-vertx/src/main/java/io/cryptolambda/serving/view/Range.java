package io.cryptolambda.serving.view;

import java.util.Optional;

/**
 * The open times asked for, {@code [from, to)} in epoch milliseconds UTC, and how many.
 *
 * @param from inclusive; null for no beginning
 * @param to exclusive; null for no end
 * @param limit largest number of rows, at least 1
 * @param oldestFirst whether rows are taken from the old end on; else they are the newest ones
 */
public record Range(Long from, Long to, int limit, boolean oldestFirst) {

    /** From {@code from} on; without one, the newest {@code limit} before {@code to}. */
    public Range(Long from, Long to, int limit) {
        this(from, to, limit, from != null);
    }

    /** Whether an open time lies in it. */
    public boolean contains(long openTime) {
        return (from == null || openTime >= from) && (to == null || openTime < to);
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
