/** What the benchmarks print: tables in plain text, medians and ranges of repeated runs. Knows nothing of what is measured. */
package io.cryptolambda.bench.report;
