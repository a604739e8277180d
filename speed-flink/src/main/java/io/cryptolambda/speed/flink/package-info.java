/**
 * The speed layer's second half, a Flink job: candles with features to bars and indicators, to Elasticsearch and Kafka.
 *
 * <p>{@code SpeedGraph} is the job on one page, {@code SpeedJob} gives it its production ends. Everything emitted is a
 * function of each symbol's own log; checkpoints, restarts and replays change nothing in it. The layer depends on core
 * and on no other layer.
 */
package io.cryptolambda.speed.flink;
