/**
 * The exchange's streams: connections that are made, checked, renewed and replaced so that every symbol asked for flows.
 *
 * <p>All decisions are taken on one thread; reader threads only hand on what comes. Nothing is resent by the exchange, so
 * the listener is told whenever something may have been missed. The exchange's limits (streams a connection, messages a
 * second, connections in five minutes, 24 hours of life) are kept here.
 */
package io.cryptolambda.ingest.stream;
