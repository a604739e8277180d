/**
 * The whole stack as a process that benchmarks measure: {@code ./lambda up} on ports and a folder of its own, and what the
 * operating system tells of each of its processes. Knows nothing of what is measured.
 */
package io.cryptolambda.bench.stack;
