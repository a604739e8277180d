package io.cryptolambda.core.json;

/**
 * The result of reading a record that anybody may have written.
 *
 * @param <T> what it should be
 */
public sealed interface Parsed<T> {
    /** It keeps the contract. */
    record Ok<T>(T value) implements Parsed<T> {}

    /** It does not; the reason names the field where there is one. */
    record Rejected<T>(String reason) implements Parsed<T> {}
}
