package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveOracleTest {
    private static final int PARTITION = 2;

    @Test
    void shouldCountTheLaterOfTwoDifferentRecordsAndIgnoreAnEqualOne() {
        EnrichedCandle afterRevision =
                candles(new Story().candle(0, "10").candle(0, "11")).get(0);
        EnrichedCandle afterDuplicate =
                candles(new Story().candle(0, "10").candle(0, "10")).get(0);
        EnrichedCandle thereAndBack = candles(new Story()
                        .candle(0, "10")
                        .candle(0, "10")
                        .candle(0, "11")
                        .candle(0, "10"))
                .get(0);

        assertThat(afterRevision.candle().market().close()).isEqualTo("11.00000000");
        assertThat(afterRevision.asOf()).isEqualTo(1);
        assertThat(afterDuplicate.candle().market().close()).isEqualTo("10.00000000");
        assertThat(afterDuplicate.asOf()).isZero();
        assertThat(thereAndBack.candle().market().close()).isEqualTo("10.00000000");
        assertThat(thereAndBack.asOf()).isEqualTo(3);
    }

    @Test
    void shouldCountAnInsertedCandleInTheFollowing60AndNotInThe61st() {
        Story story = new Story();
        for (int minute = 0; minute < 64; minute++) {
            if (minute != 1) {
                story.candle(minute, "10");
            }
        }
        story.candle(1, "10");

        List<EnrichedCandle> minutes = candles(story);

        assertThat(minutes.get(0).asOf()).isZero();
        assertThat(minutes.subList(1, 62)).allMatch(minute -> minute.asOf() == 63);
        assertThat(minutes.get(62).asOf()).isEqualTo(61);
        assertThat(minutes.get(62).candlePosition()).isEqualTo(61);
    }

    @Test
    void shouldRollUpExactlyWhatIsThere() {
        EnrichedBar bar = bars(new Story()
                        .candle(5, "10", "0.1")
                        .candle(6, "12", "0.2")
                        .candle(8, "9", "0.3")
                        .candle(9, "11", "0.00000001"))
                .get(0);

        assertThat(bar.bar().openTime()).isEqualTo(300_000);
        assertThat(bar.bar().closeTime()).isEqualTo(599_999);
        assertThat(bar.bar().candles()).isEqualTo(4);
        assertThat(bar.bar().market())
                .isEqualTo(new MarketValues(
                        new BigDecimal("10"),
                        new BigDecimal("12"),
                        new BigDecimal("9"),
                        new BigDecimal("11"),
                        new BigDecimal("0.60000001"),
                        new BigDecimal("6.10000011"),
                        4,
                        new BigDecimal("0.60000001"),
                        new BigDecimal("6.10000011")));
        assertThat(bar.closed()).isTrue();
        assertThat(bar.asOf()).isEqualTo(3);
        assertThat(bar.asOfTime()).isEqualTo(1_003);
        assertThat(bar.partition()).isEqualTo(PARTITION);
    }

    @Test
    void shouldCountTheRecordThatClosedABarWithoutItsLastMinute() {
        Story story = new Story().candle(0, "10").candle(3, "10");

        EnrichedBar open = bars(story).get(0);
        EnrichedBar closedByALaterOne =
                bars(story.candle(7, "10").candle(5, "10")).get(0);
        EnrichedBar closedByItsLastMinute = bars(story.candle(4, "10")).get(0);

        assertThat(open.closed()).isFalse();
        assertThat(open.asOf()).isEqualTo(1);
        assertThat(closedByALaterOne.closed()).isTrue();
        assertThat(closedByALaterOne.asOf()).isEqualTo(2);
        assertThat(closedByItsLastMinute.closed()).isTrue();
        assertThat(closedByItsLastMinute.asOf()).isEqualTo(4);
    }

    @Test
    void shouldCountAChangeInTheLookbackOfABar() {
        Story story = new Story().candle(4, "10").candle(9, "10").candle(4, "11");

        assertThat(bars(story).get(1).asOf()).isEqualTo(2);
    }

    @Test
    void shouldHaveNoBarWhereThereIsNoCandle() {
        assertThat(bars(new Story().candle(4, "10").candle(14, "10")))
                .extracting(bar -> bar.bar().openTime())
                .containsExactly(0L, 600_000L);
    }

    private static List<EnrichedCandle> candles(Story story) {
        return new NaiveOracle(story.log(), PARTITION).candles().toList();
    }

    private static List<EnrichedBar> bars(Story story) {
        return new NaiveOracle(story.log(), PARTITION)
                .bars(Interval.FIVE_MINUTES)
                .toList();
    }
}
