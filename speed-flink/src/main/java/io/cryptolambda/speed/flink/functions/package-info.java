/**
 * The job's operators, one a file, each thin around something that knows no Flink.
 *
 * <p>No operator sets a timer or looks at a watermark or, but for a metric, at a clock: what is emitted depends on the
 * records alone. Everything that is dropped, late or replayed is counted by a metric.
 */
package io.cryptolambda.speed.flink.functions;
