package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Interval;

/** One symbol's documents of one interval. */
public record SeriesKey(String symbol, Interval interval) {}
