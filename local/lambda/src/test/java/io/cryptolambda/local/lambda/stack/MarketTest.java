package io.cryptolambda.local.lambda.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.local.lambda.stack.Market.Kind;
import org.junit.jupiter.api.Test;

class MarketTest {
    private final Market stored = new Market(Kind.REPLAY, "/archive", "2024-01-01", "2024-01-05", "BTCUSDT");

    @Test
    void shouldGoOnWithWhatIsStoredWhenNothingIsGiven() {
        assertThat(Market.resume(stored, Market.GENERATED)).isEqualTo(stored);
    }

    @Test
    void shouldPlayTheSameHistoryFurther() {
        Market further = new Market(Kind.REPLAY, "/archive", null, "2024-01-10", null);

        assertThat(Market.resume(stored, further))
                .isEqualTo(new Market(Kind.REPLAY, "/archive", "2024-01-01", "2024-01-10", "BTCUSDT"));
    }

    @Test
    void shouldRefuseToPutAnotherHistoryIntoTheSameLog() {
        Market other = new Market(Kind.REPLAY, "/elsewhere", null, null, null);
        Market live = new Market(Kind.LIVE, null, null, null, null);

        assertThatThrownBy(() -> Market.resume(stored, other)).hasMessageContaining("--fresh");
        assertThatThrownBy(() -> Market.resume(stored, live)).hasMessageContaining("--fresh");
    }

    @Test
    void shouldTellTheSimulatorWhatToPlay() {
        assertThat(stored.simulatorOptions())
                .containsExactly(
                        "--replay", "/archive", "--from", "2024-01-01", "--to", "2024-01-05", "--symbols", "BTCUSDT");
        assertThat(Market.GENERATED.simulatorOptions()).isEmpty();
    }
}
