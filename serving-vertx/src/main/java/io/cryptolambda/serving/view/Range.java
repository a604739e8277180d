package io.cryptolambda.serving.view;

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
}
