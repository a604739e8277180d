package io.cryptolambda.batch.master;

/**
 * What must stay the same of the raw topic within a generation: positions mean something only in one topic, and a symbol
 * keeps its partition only while their number stays.
 *
 * @param id the topic's id: another one after the topic has been made anew
 * @param partitions number of partitions
 */
record TopicIdentity(String id, int partitions) {}
