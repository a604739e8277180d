package io.cryptolambda.serving;

import io.cryptolambda.serving.tail.TailBounds;
import java.net.URI;
import java.util.Optional;

/**
 * Where the server reads.
 *
 * @param elasticsearch base address of the views
 * @param kafka bootstrap servers of the log and the live topics
 * @param flink address of Flink's dashboard, which people are pointed to; empty if to none
 * @param generation generation of the raw topic
 * @param tail how much is kept in memory
 */
record Sources(URI elasticsearch, String kafka, Optional<URI> flink, int generation, TailBounds tail) {}
