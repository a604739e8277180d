package io.cryptolambda.ingest.binance;

import java.io.IOException;

/** An answer that is not what was asked for: nothing of it is used. */
final class BrokenAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenAnswer(String reason) {
        super(reason);
    }
}
