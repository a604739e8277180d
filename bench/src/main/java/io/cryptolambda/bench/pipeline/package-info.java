/**
 * The speed layer beside the obvious alternative: our real Streams program and Flink job on the real stack, and a job of Spark
 * Structured Streaming, from a topic with the same bytes into the same Elasticsearch. Documents are compared before times.
 */
package io.cryptolambda.bench.pipeline;
