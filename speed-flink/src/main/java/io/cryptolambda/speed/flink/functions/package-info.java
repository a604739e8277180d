/**
 * The job's operators, one a file, each thin around something that knows no Flink.
 *
 * <p>No operator looks at a watermark or, but for a metric, at a clock, and one alone sets a timer ({@code NewestOfEachBar}):
 * what each document is in the end depends on the records alone. Everything that is dropped, late or replayed is counted
 * by a metric.
 */
package io.cryptolambda.speed.flink.functions;
