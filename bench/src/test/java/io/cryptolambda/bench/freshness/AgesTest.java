package io.cryptolambda.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgesTest {
    private static final String NAME = "BTCUSDT";
    private static final Sampling NONE = new Sampling(List.of(NAME), 0);

    private final Symbols symbols = new Symbols(List.of(NAME));
    private final Symbol symbol = symbols.get(NAME);

    @Test
    void shouldCountEveryCandleFromItsOwnDueTimeWhenTheServerStoodStill() {
        for (int minute = 0; minute < 100; minute++) {
            close(minute, millis(10 * minute));
            symbol.candle(minute, minute, BigDecimal.ONE, millis(1_000));
        }

        Ages ages = ages();

        assertThat(ages.of(Sight.CANDLE_STREAM).getTotalCount()).isEqualTo(100);
        assertThat(Ages.millis(ages.of(Sight.CANDLE_STREAM), 100)).isBetween(999.0, 1_001.0);
        assertThat(Ages.millis(ages.of(Sight.CANDLE_STREAM), 50)).isBetween(499.0, 501.0);
    }

    @Test
    void shouldTakeACandleForSeenWhenALaterOneIs() {
        close(0, 0);
        close(1, millis(60));
        symbol.candle(1, 7, BigDecimal.ONE, millis(80));

        Ages ages = ages();

        assertThat(ages.missing(Sight.CANDLE_STREAM)).isZero();
        assertThat(Ages.millis(ages.of(Sight.CANDLE_STREAM), 100)).isBetween(79.9, 80.1);
    }

    @Test
    void shouldFindTheBarThatKnowsTheCandleByItsPosition() {
        close(0, 0);
        symbol.candle(0, 7, BigDecimal.ONE, millis(20));
        symbol.saw(Sight.BAR_STREAM, 6, millis(10));
        assertThat(ages().missing(Sight.BAR_STREAM)).isEqualTo(1);

        symbol.saw(Sight.BAR_STREAM, 7, millis(30));

        assertThat(Ages.millis(ages().of(Sight.BAR_STREAM), 100)).isBetween(29.9, 30.1);
    }

    @Test
    void shouldCountAPriceThatIsNotTheExchanges() {
        close(0, 0);

        symbol.candle(0, 7, new BigDecimal("1.0"), 1);
        assertThat(symbol.wrong()).isZero();

        symbol.candle(0, 8, new BigDecimal("1.1"), 2);
        assertThat(symbol.wrong()).isEqualTo(1);
    }

    private void close(long openTime, long due) {
        symbol.closed(new Symbol.Closing(openTime, due, due, BigDecimal.ONE));
    }

    private Ages ages() {
        return new Ages(symbols, 0, Long.MAX_VALUE, NONE);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
