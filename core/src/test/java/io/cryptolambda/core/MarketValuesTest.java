package io.cryptolambda.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketValuesTest {
    @Test
    void shouldKeepDecimalsExactlyWithEightPlaces() {
        MarketValues values = values("1.5", "2", "1", "1.50000001", "0", "12345678901234567890.00000001");

        assertThat(values.open().toPlainString()).isEqualTo("1.50000000");
        assertThat(values.quoteVolume().toPlainString()).isEqualTo("12345678901234567890.00000001");
    }

    @Test
    void shouldBeEqualWhateverTheTextOfTheDecimals() {
        assertThat(values("1.5", "2", "1", "1.5", "3", "4"))
                .isEqualTo(values("1.50", "2.0", "1.000", "1.5", "3.0", "4"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 0, 1, 1, 1, low must be above 0",
        "1, 2, 1.5, 1.8, 1, 1, low must not be above open or close",
        "1, 1.5, 1, 2, 1, 1, high must not be below open or close",
        "1, 2, 1, 1, -1, 1, volume must not be negative",
        "1, 2, 1, 1, 1, -1, quote_volume must not be negative",
        "1.000000001, 2, 1, 1, 1, 1, open has more than 8 decimal places",
        "1, 1e40, 1, 1, 1, 1, high is too large",
        "1, 2, 1, 1, 1e999999999, 1, volume is too large",
    })
    void shouldRejectWhatBreaksTheContractAndNameTheField(
            String open, String high, String low, String close, String volume, String quote, String message) {
        assertThatThrownBy(() -> values(open, high, low, close, volume, quote))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void shouldRejectTakerVolumeAboveTheTotal() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal two = BigDecimal.valueOf(2);
        assertThatThrownBy(() -> new MarketValues(one, one, one, one, one, one, 1, two, one))
                .hasMessage("taker_buy_volume must not be above volume");
    }

    @Test
    void shouldRollUpFirstOpenHighestHighLowestLowLastCloseAndSums() {
        MarketValues first = values("10", "12", "9", "11", "0.1", "1");
        MarketValues second = values("11", "11", "8", "8.5", "0.2", "2");

        MarketValues both = first.followedBy(second);

        assertThat(both.open()).isEqualByComparingTo("10");
        assertThat(both.high()).isEqualByComparingTo("12");
        assertThat(both.low()).isEqualByComparingTo("8");
        assertThat(both.close()).isEqualByComparingTo("8.5");
        assertThat(both.volume()).isEqualByComparingTo("0.3");
        assertThat(both.quoteVolume()).isEqualByComparingTo("3");
        assertThat(both.trades()).isEqualTo(6);
    }

    private static MarketValues values(
            String open, String high, String low, String close, String volume, String quote) {
        return new MarketValues(
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                new BigDecimal(volume),
                new BigDecimal(quote),
                3,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
