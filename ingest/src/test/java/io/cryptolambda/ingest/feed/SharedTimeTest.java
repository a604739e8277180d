package io.cryptolambda.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.ingest.binance.CandleHistory;
import io.cryptolambda.ingest.binance.KlinePage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedTimeTest {
    private long nanos = 5;
    private long now = 1_000;
    private int asked;
    private final CandleHistory exchange = new CandleHistory() {
        @Override
        public long time() {
            asked++;
            if (now == 0) {
                throw new IllegalStateException("no answer");
            }
            return now;
        }

        @Override
        public KlinePage klines(String symbol, long from, long to) {
            throw new UnsupportedOperationException();
        }
    };
    private final SharedTime time = new SharedTime(exchange, () -> nanos);

    @Test
    void shouldAskOnceForAllWhoAskAtAboutTheSameTime() throws InterruptedException {
        assertThat(time.passed()).isEqualTo(1_000);
        now = 1_100;
        nanos += TimeUnit.MILLISECONDS.toNanos(200);
        assertThat(time.passed()).isEqualTo(1_000);
        assertThat(asked).isEqualTo(1);

        nanos++;
        assertThat(time.passed()).isEqualTo(1_100);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void shouldAskAgainAfterAFailure() throws InterruptedException {
        now = 0;
        assertThatThrownBy(time::passed).hasMessage("no answer");

        now = 1_000;
        assertThat(time.passed()).isEqualTo(1_000);
    }
}
