/**
 * The HTTP server beside what it stands on: merged candles beside the same search sent to Elasticsearch, the newest of every
 * symbol beside a small fixed answer of the same server, and how long an update takes to thousands of event streams.
 *
 * <p>All servers are real, each a process of its own on loopback, as is the load.
 */
package io.cryptolambda.bench.serving;
