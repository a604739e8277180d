/**
 * Bars and indicators of one symbol as its candles arrive, as pure functions of the symbol's own log and of the seeds of
 * the batch run that it rests on, whichever comes first.
 *
 * <p>Nothing here imports an engine, reads a clock or does I/O: what must survive a restart goes through {@link
 * io.cryptolambda.speed.flink.bars.BarStore}, which the Flink operator backs by its keyed state and tests back by a map.
 * What is kept in memory is rebuilt from the store alone, so a symbol reloaded at any point goes on as if it had never
 * stopped. The oracle that the tests compare with is the plain recomputation from the log.
 */
package io.cryptolambda.speed.flink.bars;
