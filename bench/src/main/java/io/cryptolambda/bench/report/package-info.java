/**
 * What the benchmarks share: tables in plain text, medians and ranges of repeated runs, and how a JVM with Spark is started.
 * Knows nothing of what is measured.
 */
package io.cryptolambda.bench.report;
