package io.cryptolambda.batch.view;

import io.cryptolambda.core.EnrichedBar;

/**
 * A row of the view of bars: the document, and what a later recompute needs to know to go on from it.
 *
 * @param enriched the bar with its indicators
 * @param rolled the bar as its own day tells of it
 */
public record ViewBar(EnrichedBar enriched, RolledBar rolled) {}
