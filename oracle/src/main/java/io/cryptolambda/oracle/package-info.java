/**
 * The naive oracle: every document of a symbol, computed from the log by the plain definitions.
 *
 * <p>It promises to be obviously right rather than fast: no running sums, no prefixes, no ladder; each value is worked out
 * afresh from the records it is defined on, in the defined order, oldest first. It shares the contract's records with
 * the layers and none of their math, so that an error in the one is not repeated in the other. {@code
 * verify} depends on it, and the tests of every layer. No I/O, no clock.
 */
package io.cryptolambda.oracle;
