package io.cryptolambda.serving.latest;

import io.cryptolambda.serving.view.Served;

/** The newest that is served of a symbol. */
public record LatestRow(String symbol, Served served) {}
