package io.cryptolambda.local.exchange.stream;

import static io.cryptolambda.core.testing.Candles.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.local.exchange.market.FixedMarket;
import io.cryptolambda.local.exchange.market.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final long DAY = Market.dayOf(START);

    private final List<Candle> candles = new ArrayList<>();

    TapeTest() {
        candles.addAll(Candles.randomWalk(new Random(3), "BTCUSDT", 100));
        candles.addAll(Candles.randomWalk(new Random(4), "ETHUSDT", 100));
    }

    @Test
    void shouldTellEachCandleAsClosedOnceAndInTheOrderOfTime() {
        List<TapeEvent> events = play(START, 2_000);

        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        assertThat(events.stream().filter(TapeEvent::closed).map(TapeEvent::candle))
                .containsExactlyInAnyOrderElementsOf(candles);
        assertThat(events.stream().filter(TapeEvent::closed))
                .allMatch(event -> event.time() == event.candle().closeTime() + 1);
    }

    @Test
    void shouldTellOpenCandlesEveryTwoSeconds() {
        List<TapeEvent> events = play(START, 2_000);

        assertThat(events.stream().filter(event -> !event.closed()).count()).isEqualTo(200L * 29);
    }

    @Test
    void shouldBeginWhereItIsToldTo() {
        long from = START + 50 * 60_000;

        assertThat(play(from, 30_000)).allMatch(event -> event.candle().openTime() >= from);
    }

    private List<TapeEvent> play(long from, long updateEvery) {
        Tape tape = Tape.of(new FixedMarket(candles), DAY, from, updateEvery);
        List<TapeEvent> events = new ArrayList<>();
        while (tape.peek() != null) {
            events.add(tape.next());
        }
        return events;
    }
}
