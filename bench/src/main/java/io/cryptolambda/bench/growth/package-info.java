/**
 * What a symbol costs as there are more of them: CPU, memory and state of every process, and how long a checkpoint and a
 * restore take.
 */
package io.cryptolambda.bench.growth;
