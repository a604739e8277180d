package io.cryptolambda.ingest.feed;

import io.cryptolambda.ingest.binance.CandleHistory;
import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import io.cryptolambda.ingest.binance.KlinePage;
import io.cryptolambda.ingest.binance.RequestRefused;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the exchange beside the feed's thread, several requests at a time, in the order they were given. */
public final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final CandleHistory history;
    private final SharedTime sharedTime;
    private final Consumer<Throwable> broken;
    private final Executor workers;

    /**
     * @param workers runs requests
     * @param nanoTime protocol time, in nanoseconds from anywhere
     * @param broken told of errors that are nobody's answer
     */
    public Fetcher(CandleHistory history, Executor workers, LongSupplier nanoTime, Consumer<Throwable> broken) {
        this.history = history;
        this.sharedTime = new SharedTime(history, nanoTime);
        this.workers = workers;
        this.broken = broken;
    }

    /** Asks for a page. */
    void fetch(FetchRequest request, Consumer<FetchRequest.Answer> then) {
        run(() -> {
            long restTime = 0;
            KlinePage page = null;
            try {
                restTime = request.restTime() == 0 ? sharedTime.passed() : request.restTime();
                page = history.klines(request.symbol(), request.from(), request.to());
            } catch (ExchangeUnavailable | RequestRefused e) {
                LOG.warn("event=not_fetched symbol={} reason=\"{}\"", request.symbol(), e.getMessage());
            }
            then.accept(new FetchRequest.Answer(request, page, restTime));
        });
    }

    /**
     * Asks for the exchange's clock.
     *
     * @param then given 0 if there was no answer
     */
    void time(LongConsumer then) {
        run(() -> {
            long time = 0;
            try {
                time = history.time();
            } catch (ExchangeUnavailable | RequestRefused e) {
                LOG.warn("event=no_exchange_time reason=\"{}\"", e.getMessage());
            }
            then.accept(time);
        });
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private void run(Task task) {
        workers.execute(() -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                broken.accept(e);
            }
        });
    }
}
