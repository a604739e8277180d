package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A bar that a run has published, a candle beyond the horizon after the run, and then another candle of that bar: the speed
 * layer does not vouch for the bar any more, and the run's is served until the next one. Found by the fault suite.
 */
class AwaitedTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Interval INTERVAL = Interval.parse("1h");
    private static final Cut CUT = new Cut(1, Map.of(0, 9L));
    private static final int HOUR = 60;
    private static final int NOW = 30 * HOUR;
    private static final long K = CUT.position(2);

    private static final LoggedCandle LONG_AGO = logged(0, 0, "10");
    private static final LoggedCandle IN_RUN = logged(1, NOW, "11");
    private static final LoggedCandle BEFORE_LATE = logged(2, NOW + 1, "12");
    private static final LoggedCandle LATE = logged(3, 0, "9");
    private static final LoggedCandle AFTER_LATE = logged(4, NOW + 2, "13");

    @Test
    void shouldAwaitABarThatStaysAsTheRunPublishedItAfterALateCandle() {
        List<LoggedCandle> log = List.of(LONG_AGO, IN_RUN, BEFORE_LATE, LATE, AFTER_LATE);

        assertThat(compare(log, List.of(LONG_AGO, IN_RUN), "batch")).isEqualTo(new Tally(0, 0, 0, 0, 2));
    }

    @Test
    void shouldNotTakeTheRunsBarForWhatTheSpeedLayerServes() {
        List<LoggedCandle> log = List.of(LONG_AGO, IN_RUN, BEFORE_LATE, LATE, AFTER_LATE);

        assertThat(compare(log, List.of(LONG_AGO, IN_RUN), "speed").different()).isEqualTo(1);
    }

    @Test
    void shouldNotAwaitABarThatTheSpeedLayerStillVouchesFor() {
        List<LoggedCandle> log = List.of(LONG_AGO, IN_RUN, BEFORE_LATE, LATE);

        assertThat(compare(log, List.of(LONG_AGO, IN_RUN), "batch").different()).isEqualTo(1);
    }

    @Test
    void shouldNotAwaitWhereNothingIsLate() {
        List<LoggedCandle> log = List.of(LONG_AGO, IN_RUN, BEFORE_LATE, AFTER_LATE);

        assertThat(compare(log, List.of(LONG_AGO, IN_RUN), "batch")).isEqualTo(new Tally(1, 1, 0, 0, 0));
    }

    /** @param served the records that what is served was made of */
    private static Tally compare(List<LoggedCandle> log, List<LoggedCandle> served, String layer) {
        Awaited awaited = Awaited.in(log, K);
        ParityReport report = new ParityReport(CUT);
        new DocumentComparison("BTCUSDT", 0, INTERVAL, report)
                .compare(
                        documents(log).iterator(),
                        awaited.any()
                                ? new AwaitedDocuments(
                                        documents(awaited.taken()).iterator(),
                                        documents(awaited.published()).iterator(),
                                        awaited.since())
                                : AwaitedDocuments.NONE,
                        documents(served)
                                .map(document -> row(document, document.candle(), layer))
                                .iterator(),
                        documents(served)
                                .map(document -> row(document, document.derived(), layer))
                                .iterator());
        return report.total();
    }

    private static Stream<ExpectedDocument> documents(List<LoggedCandle> log) {
        return ExpectedFields.of(new NaiveOracle(log, 0), INTERVAL);
    }

    private static ServedRow row(ExpectedDocument document, Map<String, Object> fields, String layer) {
        ObjectNode row = MAPPER.valueToTree(fields);
        return new ServedRow(row.put("open_time", document.openTime()).put("layer", layer));
    }

    private static LoggedCandle logged(long offset, long minute, String close) {
        return new LoggedCandle(Candles.candle(minute, close), CUT.position(offset), 1_000);
    }
}
