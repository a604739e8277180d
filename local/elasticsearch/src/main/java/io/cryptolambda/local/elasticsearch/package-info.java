/**
 * A real Elasticsearch 7 node in a JVM of its own, put together from the jars of Maven Central. It listens on loopback
 * only, keeps everything under one data directory and ends cleanly on SIGTERM. There are no scripts, no ingest
 * processors and no index lifecycle management in it. Only the {@code lambda} command starts it; nothing imports it.
 */
package io.cryptolambda.local.elasticsearch;
