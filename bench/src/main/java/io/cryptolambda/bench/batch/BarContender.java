package io.cryptolambda.bench.batch;

import java.nio.file.Path;

/** A contender that has the bars themselves to show, not only what they add up to. */
interface BarContender extends Contender {
    /** Writes all bars of one symbol as text, a line each, in order of (interval, open time). */
    void dump(String symbol, Path file) throws Exception;
}
