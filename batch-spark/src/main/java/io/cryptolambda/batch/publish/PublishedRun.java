package io.cryptolambda.batch.publish;

import io.cryptolambda.core.merge.BatchRun;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What readers see at one moment: the run that the next one replaces.
 *
 * @param run the run; empty before the first
 * @param indices the indices behind each alias of the batch layer
 */
public record PublishedRun(Optional<BatchRun> run, Map<String, Set<String>> indices) {}
