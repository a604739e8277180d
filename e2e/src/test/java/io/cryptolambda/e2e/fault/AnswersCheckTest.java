package io.cryptolambda.e2e.fault;

import static io.cryptolambda.e2e.fault.ToldLog.openTime;
import static io.cryptolambda.e2e.fault.ToldLog.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.e2e.fault.Answer.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersCheckTest {
    private final ToldLog told = new ToldLog();

    @Test
    void shouldFindNothingInWhatTheLogSaysUpToTheRowsPosition() {
        told.candle(0, "10").candle(1, "11").candle(0, "9");

        assertThat(wrong(row(0, "10", 0), row(1, "11", 1))).isEmpty();
        assertThat(wrong(row(0, "9", 2), row(1, "11", 2))).isEmpty();
    }

    @Test
    void shouldFindAValueThatTheLogNeverSaid() {
        told.candle(0, "10");

        assertThat(wrong(row(0, "12", 0))).hasSize(1);
    }

    @Test
    void shouldFindARevisionThatARowOfItsPositionDoesNotHave() {
        told.candle(0, "10").candle(0, "9");

        assertThat(wrong(row(0, "10", 1))).hasSize(1);
    }

    @Test
    void shouldFindARevisionThatCameAfterTheRowsPosition() {
        told.candle(0, "10").candle(0, "9");

        assertThat(wrong(row(0, "9", 0))).hasSize(1);
    }

    @Test
    void shouldFindARowOfAMinuteThatNobodyTold() {
        told.candle(0, "10").candle(2, "12");

        assertThat(wrong(row(1, "10", 1))).hasSize(1);
    }

    @Test
    void shouldFindAMinuteThatIsMissingAlthoughTheRowAfterItKnowsIt() {
        told.candle(0, "10").candle(1, "11").candle(2, "12");

        assertThat(wrong(row(0, "10", 0), row(2, "12", 2))).hasSize(1);
    }

    @Test
    void shouldNotMissAMinuteThatCameLaterThanTheRowAfterIt() {
        told.candle(0, "10").candle(2, "12").candle(1, "11");

        assertThat(wrong(row(0, "10", 0), row(2, "12", 1))).isEmpty();
    }

    @Test
    void shouldFindABarThatLacksACandleItKnows() {
        told.candle(0, "10").candle(1, "11");
        Row bar = new Row(openTime(0), KnowledgePosition.of(1, 1), values("10"));

        assertThat(wrong(Interval.parse("15m"), bar)).hasSize(1);
    }

    @Test
    void shouldFindRowsInTheWrongOrder() {
        told.candle(0, "10").candle(1, "11");

        assertThat(wrong(row(1, "11", 1), row(0, "10", 0))).hasSize(1);
        assertThat(wrong(row(0, "10", 0), row(0, "10", 0))).hasSize(1);
    }

    private List<String> wrong(Row... rows) {
        return wrong(Interval.ONE_MINUTE, rows);
    }

    private List<String> wrong(Interval interval, Row... rows) {
        AnswersCheck check = new AnswersCheck(told.log());
        check.check(new Answer(ToldLog.SYMBOL, interval, false, List.of(rows)));
        return check.wrong();
    }

    private static Row row(long minute, String close, long offset) {
        return new Row(openTime(minute), KnowledgePosition.of(1, offset), values(close));
    }
}
