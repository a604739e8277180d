package io.cryptolambda.serving;

import java.net.URI;

/**
 * Where the server reads.
 *
 * @param elasticsearch base address of the views
 * @param kafka bootstrap servers of the log and the live topics
 * @param generation generation of the raw topic
 * @param tail documents kept in memory of each symbol and interval
 */
record Sources(URI elasticsearch, String kafka, int generation, int tail) {}
