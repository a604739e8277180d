package io.cryptolambda.ingest;

import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the exchange what has to be known before anything can begin. A process that ended as soon as there is no answer
 * would only be started again to ask the same, so it asks for longer than it does later on; not for ever, since the address
 * may be wrong.
 */
final class ExchangeAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeAtStart.class);
    private static final int ROUNDS = 10;

    private ExchangeAtStart() {}

    /** A question to the exchange, asked a bounded number of times itself. */
    interface Question<T> {
        T ask() throws InterruptedException;
    }

    /** @throws ExchangeUnavailable if there was no usable answer in the last round either */
    static <T> T ask(Question<T> question) throws InterruptedException {
        for (int round = 1; ; round++) {
            try {
                return question.ask();
            } catch (ExchangeUnavailable e) {
                if (round == ROUNDS) {
                    throw e;
                }
                LOG.warn("event=waiting_for_exchange round={} reason=\"{}\"", round, e.getMessage());
            }
        }
    }
}
