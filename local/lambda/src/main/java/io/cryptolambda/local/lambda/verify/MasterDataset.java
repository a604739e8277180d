package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.oracle.LoggedCandle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What the raw topic does not tell any more, or never did: records that have expired, and rows of archive files. */
interface MasterDataset {
    /**
     * Makes it readable.
     *
     * @param beginnings per partition the first offset that the topic still holds: records from there on are not needed
     * @param symbols whose
     */
    void open(SortedMap<Integer, Long> beginnings, Set<String> symbols) throws IOException, InterruptedException;

    /** Number of rows of each symbol. */
    Map<String, Long> counts() throws IOException;

    /** A symbol's rows in the order of their positions; of the same position imported ones in the order of imports. */
    List<LoggedCandle> candles(String symbol) throws IOException;
}
