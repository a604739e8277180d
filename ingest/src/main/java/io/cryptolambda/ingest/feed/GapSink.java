package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Gap;

/** Where the exchange's gaps are written down. A call returns when the entry is safe. */
public interface GapSink {
    /** Writes the entry, in place of one of the same key. */
    void record(Gap gap) throws InterruptedException;

    /** Takes back the entry of that key: the exchange has the minutes after all. */
    void withdraw(String key) throws InterruptedException;
}
