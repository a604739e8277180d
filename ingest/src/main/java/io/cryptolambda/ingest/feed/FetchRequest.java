package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Gap;
import io.cryptolambda.ingest.binance.KlinePage;

/**
 * A page to be asked of the exchange.
 *
 * @param from first open time wanted, epoch milliseconds UTC
 * @param to last open time wanted, inclusive; {@link Long#MAX_VALUE} for no bound
 * @param closedBefore what opened before this is closed whatever the answer shows: a later candle is known
 * @param restTime the exchange's clock as REST told it before; 0 if it is to be asked first
 * @param gap the gap that is asked for again; null if the page is to continue the symbol's lane
 */
record FetchRequest(String symbol, long from, long to, long closedBefore, long restTime, Gap gap) {

    /** What is to be asked after a full page. */
    FetchRequest next(Answer answer) {
        return new FetchRequest(symbol, answer.page().next(), to, closedBefore, answer.restTime(), gap);
    }

    /**
     * What came of it.
     *
     * @param page null if there was no usable answer
     * @param restTime the exchange's clock before the page was asked for; 0 if there was no answer
     */
    record Answer(FetchRequest request, KlinePage page, long restTime) {}
}
