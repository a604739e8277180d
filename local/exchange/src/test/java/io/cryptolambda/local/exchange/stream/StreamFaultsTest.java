package io.cryptolambda.local.exchange.stream;

import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.fault.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFaultsTest {
    private final StreamFaults faults = new StreamFaults();

    @Test
    void shouldTellEverythingAsItIsWhereNothingIsWrong() {
        assertThat(faults.told(closing(0))).containsExactly(closing(0));
    }

    @Test
    void shouldSilenceOneSymbolForAWhileOrUntilItIsSubscribedAnew() {
        faults.add(
                new Fault(FaultKind.SILENCE, "BTCUSDT", 1, 120_000, 0),
                closing(0).time());

        assertThat(faults.told(closing(0))).isEmpty();
        assertThat(faults.told(closing(1))).isEmpty();
        assertThat(faults.told(closing("ETHUSDT", 1))).hasSize(1);
        assertThat(faults.told(closing(2))).as("after its time").hasSize(1);

        faults.add(
                new Fault(FaultKind.SILENCE, "BTCUSDT", 1, 600_000, 0),
                closing(3).time());
        assertThat(faults.told(closing(3))).isEmpty();
        faults.subscribed("BTCUSDT");
        assertThat(faults.told(closing(4))).hasSize(1);
    }

    @Test
    void shouldLeaveOutAClosingMessageAndNotTheOpenOnes() {
        happen(FaultKind.MISSING_CLOSE, 1);
        TapeEvent open = new TapeEvent(closing(0).time() - 2_000, closing(0).candle(), false);

        assertThat(faults.told(open)).containsExactly(open);
        assertThat(faults.told(closing(0))).isEmpty();
        assertThat(faults.told(closing(1))).containsExactly(closing(1));
    }

    @Test
    void shouldTellAClosingMessageTwice() {
        happen(FaultKind.DUPLICATE, 2);

        assertThat(faults.told(closing(0))).containsExactly(closing(0), closing(0));
        assertThat(faults.told(closing(1))).containsExactly(closing(1), closing(1));
        assertThat(faults.told(closing(2))).containsExactly(closing(2));
    }

    @Test
    void shouldTellACandleWrongAndThenRight() {
        happen(FaultKind.REVISED, 1);

        List<TapeEvent> told = faults.told(closing(0));

        assertThat(told).hasSize(2);
        Candle wrong = told.get(0).candle();
        assertThat(wrong.sameValues(closing(0).candle())).isFalse();
        assertThat(wrong.openTime()).isEqualTo(closing(0).candle().openTime());
        assertThat(told.get(1)).isEqualTo(closing(0));
    }

    @Test
    void shouldTellACandleAfterTheOneThatFollowsIt() {
        happen(FaultKind.OUT_OF_ORDER, 1);

        assertThat(faults.told(closing(0))).isEmpty();
        assertThat(faults.told(closing(1))).containsExactly(closing(1), closing(0));
    }

    private void happen(FaultKind kind, int count) {
        faults.add(new Fault(kind, "BTCUSDT", count, 0, 0), 0);
    }

    private static TapeEvent closing(long minute) {
        Candle candle = candle(minute, "7");
        return new TapeEvent(candle.closeTime() + 1, candle, true);
    }

    private static TapeEvent closing(String symbol, long minute) {
        Candle candle = candle(symbol, minute, "7", "1");
        return new TapeEvent(candle.closeTime() + 1, candle, true);
    }
}
