/**
 * The revisions of one candle, read from the log itself.
 *
 * <p>The log has no index, so the symbol's partition is read from its beginning to its end of the moment, within a bounded
 * time and by few at once. Used by {@code api} alone.
 */
package io.cryptolambda.serving.history;
