/**
 * Benchmarks that anyone can run: {@code ./lambda bench NAME}. Each measures our code beside a peer in the same run, compares
 * the outputs before it trusts a time, and prints a table. Depends on the modules it measures; nothing depends on it.
 */
package io.cryptolambda.bench;
