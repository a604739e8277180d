package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import java.util.Collections;
import java.util.Iterator;

/**
 * What may be served of one symbol and interval in place of the full truth until the next batch run.
 *
 * @param meanwhile the oracle's documents without the candles that are awaited; empty if none are
 * @param published the oracle's documents of what the run being served knows
 * @param since position of the first record that is awaited
 */
record AwaitedDocuments(Iterator<ExpectedDocument> meanwhile, Iterator<ExpectedDocument> published, long since) {
    static final AwaitedDocuments NONE =
            new AwaitedDocuments(Collections.emptyIterator(), Collections.emptyIterator(), Long.MAX_VALUE);

    /** Whether the speed layer does not vouch for this document: it is a bar that changed after what it passed by. */
    boolean isDoubted(ExpectedDocument document) {
        return document.interval() != Interval.ONE_MINUTE
                && (Long) document.candle().get("as_of") > since;
    }
}
