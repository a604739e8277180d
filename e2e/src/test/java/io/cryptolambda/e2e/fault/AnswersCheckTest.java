package io.cryptolambda.e2e.fault;

import static io.cryptolambda.e2e.fault.ToldLog.openTime;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.local.lambda.verify.ExpectedDocument;
import io.cryptolambda.local.lambda.verify.ServedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Interval MINUTE = Interval.ONE_MINUTE;
    private static final Interval BAR = Interval.parse("15m");
    private static final long DAY = 24 * 60;
    private static final boolean CANDLES = false;
    private static final boolean DERIVED = true;

    private final ToldLog told = new ToldLog();

    @Test
    void shouldFindNothingInWhatTheLogSaysUpToTheRowsPosition() {
        told.candle(0, "10").candle(1, "11").candle(0, "9");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 0), row(MINUTE, CANDLES, 1, 1)))
                .isEmpty();
        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 2), row(MINUTE, CANDLES, 1, 2)))
                .isEmpty();
    }

    @Test
    void shouldFindAValueThatTheLogNeverSaid() {
        told.candle(0, "10");
        ObjectNode row = row(MINUTE, CANDLES, 0, 0);

        assertThat(row.path("close").asText()).isEqualTo("10.00000000");
        assertThat(wrong(MINUTE, CANDLES, row.deepCopy().put("close", "12.00000000")))
                .singleElement()
                .asString()
                .contains("{close=10.00000000}");
        assertThat(wrong(
                        MINUTE,
                        CANDLES,
                        row.deepCopy().put("trades", 1 + row.path("trades").asLong())))
                .hasSize(1);
    }

    @Test
    void shouldFindARevisionThatARowOfItsPositionDoesNotHave() {
        told.candle(0, "10").candle(0, "9");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 0).put("as_of", position(1))))
                .hasSize(1);
    }

    @Test
    void shouldFindARevisionThatCameAfterTheRowsPosition() {
        told.candle(0, "10").candle(0, "9");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 1).put("as_of", position(0))))
                .hasSize(1);
    }

    @Test
    void shouldFindARowOfAMinuteThatNobodyTold() {
        told.candle(0, "10").candle(2, "12");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 1).put("open_time", openTime(1))))
                .hasSize(1);
    }

    @Test
    void shouldFindAMinuteThatIsMissingAlthoughTheRowAfterItKnowsIt() {
        told.candle(0, "10").candle(1, "11").candle(2, "12");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 0), row(MINUTE, CANDLES, 2, 2)))
                .hasSize(1);
    }

    @Test
    void shouldNotMissAMinuteThatCameLaterThanTheRowAfterIt() {
        told.candle(0, "10").candle(2, "12").candle(1, "11");

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 0, 0), row(MINUTE, CANDLES, 2, 1)))
                .isEmpty();
    }

    @Test
    void shouldFindABarThatLacksACandleItKnows() {
        told.candle(0, "10").candle(1, "11");

        assertThat(wrong(BAR, CANDLES, row(BAR, CANDLES, 0, 1))).isEmpty();
        assertThat(wrong(BAR, CANDLES, row(BAR, CANDLES, 0, 0).put("as_of", position(1))))
                .hasSize(1);
    }

    @Test
    void shouldFindAnIndicatorThatTheLogDoesNotMakeUnlessTheRowSaysThatItIsNotComplete() {
        told.candle(0, "10").candle(15, "11");
        ObjectNode bar = row(BAR, DERIVED, 15, 1);

        assertThat(wrong(BAR, DERIVED, bar)).isEmpty();
        assertThat(wrong(BAR, DERIVED, bar.deepCopy().put("vwap", 11.5))).hasSize(1);
        assertThat(wrong(BAR, DERIVED, bar.deepCopy().put("vwap", 11.5).put("complete", false)))
                .isEmpty();
    }

    @Test
    void shouldFindAFeatureThatIsMissing() {
        told.candle(0, "10").candle(1, "11");
        ObjectNode row = row(MINUTE, DERIVED, 1, 1);
        row.remove("log_return_1");

        assertThat(wrong(MINUTE, DERIVED, row)).hasSize(1);
    }

    @Test
    void shouldLetTheSpeedLayerAloneBeWithoutWhatCameFromBeyondTheHorizonUntilARunKnowsIt() {
        told.candle(4, "10").candle(DAY + 5, "11").candle(4, "9").candle(5, "12");
        ObjectNode meanwhile = row(
                new Truth(told.log())
                        .meanwhile(ToldLog.SYMBOL, MINUTE, openTime(5), position(3), position(2))
                        .orElseThrow(),
                DERIVED);
        List<ObjectNode> rows = List.of(meanwhile);

        assertThat(meanwhile).isNotEqualTo(row(MINUTE, DERIVED, 5, 3));
        assertThat(wrong(answer(MINUTE, DERIVED, position(2), rows))).isEmpty();
        assertThat(wrong(answer(MINUTE, DERIVED, position(3), rows))).hasSize(1);
        meanwhile.put("layer", "batch");
        assertThat(wrong(answer(MINUTE, DERIVED, position(2), rows))).hasSize(1);
    }

    @Test
    void shouldFindRowsInTheWrongOrder() {
        told.candle(0, "10").candle(1, "11");
        ObjectNode first = row(MINUTE, CANDLES, 0, 0);

        assertThat(wrong(MINUTE, CANDLES, row(MINUTE, CANDLES, 1, 1), first)).hasSize(1);
        assertThat(wrong(MINUTE, CANDLES, first, first)).hasSize(1);
    }

    private List<String> wrong(Interval interval, boolean derived, ObjectNode... rows) {
        return wrong(answer(interval, derived, Long.MAX_VALUE, List.of(rows)));
    }

    private List<String> wrong(Answer answer) {
        AnswersCheck check = new AnswersCheck(told.log());
        check.check(List.of(answer));
        return check.wrong();
    }

    private static Answer answer(Interval interval, boolean derived, long k, List<ObjectNode> rows) {
        List<ServedRow> served = rows.stream().map(ServedRow::new).toList();
        return new Answer(ToldLog.SYMBOL, interval, derived, k, false, served);
    }

    /** A right one. */
    private ObjectNode row(Interval interval, boolean derived, long minute, long offset) {
        return row(
                new Truth(told.log())
                        .full(ToldLog.SYMBOL, interval, openTime(minute), position(offset))
                        .orElseThrow(),
                derived);
    }

    private static ObjectNode row(ExpectedDocument document, boolean derived) {
        ObjectNode row = JSON.createObjectNode();
        (derived ? document.derived() : document.candle())
                .forEach((name, value) -> row.set(name, JSON.valueToTree(value)));
        return row.put("open_time", document.openTime()).put("layer", "speed").put("complete", true);
    }

    private static long position(long offset) {
        return KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, offset);
    }
}
