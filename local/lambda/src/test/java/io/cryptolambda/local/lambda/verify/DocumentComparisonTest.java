package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentComparisonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Cut CUT = new Cut(1, Map.of(0, 3L));
    private static final long FIRST = CUT.position(0);

    private final List<ExpectedDocument> expected = ExpectedFields.of(
                    new NaiveOracle(List.of(logged(0, "10"), logged(1, "11.5"), logged(2, "0.00000001")), 0),
                    Interval.ONE_MINUTE)
            .toList();
    private final List<ObjectNode> candles = rows(ExpectedDocument::candle);
    private final List<ObjectNode> features = rows(ExpectedDocument::derived);

    @Test
    void shouldHoldWhereEverythingIsTheSame() {
        ParityReport report = compare();

        assertThat(report.total()).isEqualTo(new Tally(3, 0, 0, 0, 0));
        assertThat(report.total().holds()).isTrue();
        assertThat(report.byLayer()).containsExactly(Map.entry("speed", 3L));
    }

    @Test
    void shouldTellADifferenceOfOneBit() {
        double served = features.get(1).get("log_return_1").doubleValue();
        features.get(1).put("log_return_1", Math.nextUp(served));

        ParityReport report = compare();

        assertThat(report.total()).isEqualTo(new Tally(2, 1, 0, 0, 0));
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.openTime()).isEqualTo(Candles.START + 60_000);
            assertThat(difference.field()).isEqualTo("log_return_1");
            assertThat(difference.expected()).isEqualTo(Double.toString(served));
        });
    }

    @Test
    void shouldTellADecimalWithOtherDigitsFromTheExactOne() {
        candles.get(2).put("close", "1E-8");

        assertThat(compare().differences()).extracting(Difference::field).containsExactly("close");
    }

    @Test
    void shouldTakeAFieldThatIsNotServedAsDifferent() {
        features.get(0).remove("vwap_60");

        assertThat(compare().total()).isEqualTo(new Tally(2, 1, 0, 0, 0));
    }

    @Test
    void shouldCountADocumentOnceWhateverDiffersInIt() {
        candles.get(0).put("close", "1").put("trades", 9);
        features.get(0).put("as_of", FIRST + 1);

        ParityReport report = compare();

        assertThat(report.total()).isEqualTo(new Tally(2, 1, 0, 0, 0));
        assertThat(report.differences()).hasSize(3);
    }

    @Test
    void shouldTellWhatIsMissing() {
        candles.remove(1);
        features.remove(1);
        features.remove(1);

        ParityReport report = compare();

        assertThat(report.total()).isEqualTo(new Tally(1, 0, 2, 0, 0));
        assertThat(report.differences()).extracting(Difference::field).containsExactly("document", "features");
        assertThat(report.total().holds()).isFalse();
    }

    @Test
    void shouldTakeWhatIsServedWithoutAReasonAsDifferent() {
        ObjectNode unexpected = candles.get(2).deepCopy().put("open_time", Candles.START + 180_000);
        candles.add(unexpected);

        assertThat(compare().total()).isEqualTo(new Tally(3, 1, 0, 0, 0));
    }

    @Test
    void shouldNotCompareWhatKnowsMoreThanTheCut() {
        candles.get(2).put("as_of", FIRST + 3).put("close", "99");

        assertThat(compare().total()).isEqualTo(new Tally(2, 0, 0, 1, 0));
    }

    @Test
    void shouldTellWhatWaitsForTheNextBatchRunFromWhatIsWrong() {
        List<ExpectedDocument> full = ExpectedFields.of(
                        new NaiveOracle(List.of(logged(0, "10"), logged(1, "12"), logged(2, "0.00000001")), 0),
                        Interval.ONE_MINUTE)
                .toList();

        assertThat(compare(full, expected).total()).isEqualTo(new Tally(1, 0, 0, 0, 2));
        assertThat(compare(full, expected).differences()).isEmpty();

        candles.get(1).put("close", "11");

        assertThat(compare(full, expected).total()).isEqualTo(new Tally(1, 1, 0, 0, 1));
    }

    private ParityReport compare() {
        return compare(expected, AwaitedDocuments.NONE);
    }

    private ParityReport compare(List<ExpectedDocument> full, List<ExpectedDocument> meanwhile) {
        return compare(full, new AwaitedDocuments(meanwhile.iterator(), Collections.emptyIterator(), Long.MAX_VALUE));
    }

    private ParityReport compare(List<ExpectedDocument> full, AwaitedDocuments awaited) {
        ParityReport report = new ParityReport(CUT);
        new DocumentComparison("BTCUSDT", 0, Interval.ONE_MINUTE, report)
                .compare(
                        full.iterator(),
                        awaited,
                        candles.stream().map(ServedRow::new).iterator(),
                        features.stream().map(ServedRow::new).iterator());
        return report;
    }

    private interface Part {
        Map<String, Object> of(ExpectedDocument document);
    }

    private List<ObjectNode> rows(Part part) {
        List<ObjectNode> rows = new ArrayList<>();
        for (ExpectedDocument document : expected) {
            ObjectNode row = MAPPER.valueToTree(part.of(document));
            rows.add(row.put("open_time", document.openTime()).put("layer", "speed"));
        }
        return rows;
    }

    private static LoggedCandle logged(int offset, String price) {
        return new LoggedCandle(Candles.candle("BTCUSDT", offset, price, "1"), CUT.position(offset), offset);
    }
}
