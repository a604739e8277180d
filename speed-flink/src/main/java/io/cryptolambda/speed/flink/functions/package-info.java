/**
 * The job's operators, one a file, each thin around something that knows no Flink.
 *
 * <p>No operator looks at a watermark. One alone looks at a clock but for a metric, and sets a timer ({@code
 * NewestOfEachBar}), which decides when a document is written: what each is in the end depends on the records alone.
 * Everything that is dropped, late or replayed is counted by a metric.
 */
package io.cryptolambda.speed.flink.functions;
