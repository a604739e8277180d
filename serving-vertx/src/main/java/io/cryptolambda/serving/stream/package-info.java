/**
 * Server-sent events: every document that comes into the tail, to each client that asked for its symbol and interval.
 *
 * <p>An event's id is its place in this process's order, so that a client that comes back continues where it was as long
 * as the bounded event log reaches; else it is told so. A client that does not read is dropped and counted, and costs the
 * others nothing. Used by {@code api} alone.
 */
package io.cryptolambda.serving.stream;
