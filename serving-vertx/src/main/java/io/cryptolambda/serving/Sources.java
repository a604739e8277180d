package io.cryptolambda.serving;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.serving.tail.TailBounds;
import java.net.URI;
import java.util.Optional;

/**
 * Where the server reads.
 *
 * @param elasticsearch where the views are
 * @param kafka where the log and the live topics are
 * @param flink address of Flink's dashboard, which people are pointed to; empty if to none
 * @param generation generation of the raw topic
 * @param tail how much is kept in memory
 */
record Sources(
        ElasticsearchAccess elasticsearch, KafkaAccess kafka, Optional<URI> flink, int generation, TailBounds tail) {}
