package io.cryptolambda.ingest.binance;

import java.util.List;

/**
 * One answer with klines, whole and in order.
 *
 * @param klines oldest first; the open one may be the last
 * @param unreadable rows that are none, as they came, given again and again
 * @param full whether there may be more after the last one
 * @param next where to ask on if it is full: the open time to begin with, epoch milliseconds UTC
 */
public record KlinePage(List<Kline> klines, List<String> unreadable, boolean full, long next) {}
