/** Connections against a server that says what no exchange should. */
package io.cryptolambda.ingest.stream;
