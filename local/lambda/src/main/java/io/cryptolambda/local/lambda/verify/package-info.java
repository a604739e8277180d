/**
 * Parity: compares every document that the API serves with the naive oracle's, bit for bit (DESIGN section 4).
 *
 * <p>It takes a cut of the raw topic, waits until every stage has passed it, recomputes all documents from the records
 * before the cut and reads the same documents through the HTTP API as any client would. What was served from records
 * behind the cut is counted as newer and not compared. It reads only, but for one refresh of the speed indices, and
 * holds the candles of few symbols at a time. Only the {@code verify} command, and the
 * supervisor that runs it now and then, depend on it.
 */
package io.cryptolambda.local.lambda.verify;
