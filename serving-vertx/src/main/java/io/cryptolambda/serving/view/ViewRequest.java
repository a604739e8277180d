package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import java.util.List;

/**
 * What a view is asked for.
 *
 * @param view which layers
 * @param symbol the exchange's symbol; whether it exists is not known yet
 * @param interval the interval
 * @param range open times and limit
 * @param fields document fields that rows are made of
 */
public record ViewRequest(LayerView view, String symbol, Interval interval, Range range, List<String> fields) {}
