package io.cryptolambda.serving.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final LayerDocuments DOCUMENTS =
            new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 10), 0);
    private static final List<EnrichedCandle> CANDLES = DOCUMENTS.candles();
    private static final long LOG_TO_TAIL = 400;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private long now;
    private final Freshness freshness = new Freshness(registry, () -> now);

    @Test
    void shouldAddWhatEachClockTells() throws Exception {
        TailDocument document = visible(CANDLES.get(0), true);

        double closeToIngest = document.times().ingestedAt() - document.times().closeTime() - 1;
        assertThat(value("_sum")).isEqualTo((closeToIngest + LOG_TO_TAIL) / 1000);
        assertThat(value("_count")).isEqualTo(1);
    }

    @Test
    void shouldCountEachSymbolsNewestCandleOnce() throws Exception {
        visible(CANDLES.get(1), true);
        visible(CANDLES.get(1), true);
        visible(CANDLES.get(0), true);
        visible(CANDLES.get(2), true);

        assertThat(value("_count")).isEqualTo(2);
    }

    @Test
    void shouldNotCountWhatWasThereBeforeItCouldBeRead() throws Exception {
        visible(CANDLES.get(0), false);
        visible(CANDLES.get(0), true);

        assertThat(value("_count")).isZero();
    }

    @Test
    void shouldCountWhatCameWhileKafkaWasAwayWithTheTimeThatItTook() throws Exception {
        visible(CANDLES.get(0), true);
        TailDocument missed = parse(CANDLES.get(1));
        now = missed.times().appendedAt() + 60_000;
        freshness.visible(missed, true);

        assertThat(value("_bucket{le=\"30.0\"}")).isEqualTo(1);
        assertThat(value("_count")).isEqualTo(2);
    }

    @Test
    void shouldNotCountBarsNorCandlesThatWereAskedFor() throws Exception {
        freshness.visible(
                TailDocumentParser.parse(EnrichedBarJson.write(
                                DOCUMENTS.bars(Interval.FIVE_MINUTES).get(0)))
                        .orElseThrow(),
                true);
        String json = new String(EnrichedCandleJson.write(CANDLES.get(0)), java.nio.charset.StandardCharsets.UTF_8);
        String asked = json.replace("\"source\":\"ws\"", "\"source\":\"rest\"");
        assertThat(asked).isNotEqualTo(json);
        freshness.visible(TailDocumentParser.parse(asked.getBytes()).orElseThrow(), true);

        assertThat(value("_count")).isZero();
    }

    private TailDocument visible(EnrichedCandle candle, boolean live) throws Exception {
        TailDocument document = parse(candle);
        now = document.times().appendedAt() + LOG_TO_TAIL;
        freshness.visible(document, live);
        return document;
    }

    private static TailDocument parse(EnrichedCandle candle) throws Exception {
        return TailDocumentParser.parse(EnrichedCandleJson.write(candle)).orElseThrow();
    }

    /** What Prometheus would read: the rules go by this name. */
    private double value(String series) {
        String name = "serving_freshness_seconds" + series + " ";
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
