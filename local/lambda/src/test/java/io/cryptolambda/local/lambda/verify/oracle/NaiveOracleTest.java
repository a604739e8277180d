package io.cryptolambda.local.lambda.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveOracleTest {
    @Test
    void shouldCountTheLaterOfTwoDifferentRecordsAndIgnoreAnEqualOne() {
        List<ExpectedDocument> afterRevision =
                minutes(new Story().candle(0, "10").candle(0, "11"));
        List<ExpectedDocument> afterDuplicate =
                minutes(new Story().candle(0, "10").candle(0, "10"));
        List<ExpectedDocument> thereAndBack = minutes(
                new Story().candle(0, "10").candle(0, "10").candle(0, "11").candle(0, "10"));

        assertThat(afterRevision.get(0).candle())
                .containsEntry("close", "11.00000000")
                .containsEntry("as_of", 1L);
        assertThat(afterDuplicate.get(0).candle())
                .containsEntry("close", "10.00000000")
                .containsEntry("as_of", 0L);
        assertThat(thereAndBack.get(0).candle())
                .containsEntry("close", "10.00000000")
                .containsEntry("as_of", 3L);
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

        List<ExpectedDocument> minutes = minutes(story);

        assertThat(minutes.get(0).derived()).containsEntry("as_of", 0L);
        assertThat(minutes.subList(1, 62))
                .allSatisfy(minute -> assertThat(minute.derived()).containsEntry("as_of", 63L));
        assertThat(minutes.get(62).derived()).containsEntry("as_of", 61L);
    }

    @Test
    void shouldRollUpExactlyWhatIsThere() {
        ExpectedDocument bar = bars(
                        new Story()
                                .candle(5, "10", "0.1")
                                .candle(6, "12", "0.2")
                                .candle(8, "9", "0.3")
                                .candle(9, "11", "0.00000001"),
                        Interval.FIVE_MINUTES)
                .get(0);

        assertThat(bar.openTime()).isEqualTo(300_000);
        assertThat(bar.candle())
                .containsEntry("open", "10.00000000")
                .containsEntry("high", "12.00000000")
                .containsEntry("low", "9.00000000")
                .containsEntry("close", "11.00000000")
                .containsEntry("volume", "0.60000001")
                .containsEntry("trades", 4L)
                .containsEntry("candles", 4L)
                .containsEntry("closed", true)
                .containsEntry("close_time", 599_999L)
                .containsEntry("as_of", 3L);
    }

    @Test
    void shouldCountTheRecordThatClosedABarWithoutItsLastMinute() {
        Story story = new Story().candle(0, "10").candle(3, "10");

        assertThat(bars(story, Interval.FIVE_MINUTES).get(0).candle())
                .containsEntry("closed", false)
                .containsEntry("as_of", 1L);
        assertThat(bars(story.candle(7, "10").candle(5, "10"), Interval.FIVE_MINUTES)
                        .get(0)
                        .candle())
                .containsEntry("closed", true)
                .containsEntry("as_of", 2L);
        assertThat(bars(story.candle(4, "10"), Interval.FIVE_MINUTES).get(0).candle())
                .containsEntry("closed", true)
                .containsEntry("as_of", 4L);
    }

    @Test
    void shouldCountAChangeInTheLookbackOfABar() {
        Story story = new Story().candle(4, "10").candle(9, "10").candle(4, "11");

        assertThat(bars(story, Interval.FIVE_MINUTES).get(1).derived()).containsEntry("as_of", 2L);
    }

    @Test
    void shouldHaveNoBarWhereThereIsNoCandle() {
        assertThat(bars(new Story().candle(4, "10").candle(14, "10"), Interval.FIVE_MINUTES))
                .extracting(ExpectedDocument::openTime)
                .containsExactly(0L, 600_000L);
    }

    private static List<ExpectedDocument> minutes(Story story) {
        return bars(story, Interval.ONE_MINUTE);
    }

    private static List<ExpectedDocument> bars(Story story, Interval interval) {
        return new NaiveOracle(story.log()).documents(interval).toList();
    }
}
