package io.cryptolambda.batch.master;

import java.util.SortedMap;

/**
 * What the broker says of the raw topic at one moment.
 *
 * @param topicId the topic's id: another one after the topic has been made anew
 * @param begin first offset still there, per partition
 * @param end offset after the last stable record, per partition
 */
record LogBounds(String topicId, SortedMap<Integer, Long> begin, SortedMap<Integer, Long> end) {}
