package io.cryptolambda.core.json;

import static io.cryptolambda.core.testing.Candles.candle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.merge.BatchRun;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {
    private final EnrichedCandle enrichedCandle = new EnrichedCandle(
            candle(3, "100"), new Features(doubles(Feature.COUNT), 2L, 60), 40, 42, 1_700_000_000_000L, 3, true, false);
    private final EnrichedBar enrichedBar = new EnrichedBar(
            "binance",
            "BTCUSDT",
            Bar.of(candle(4, "100")).in(Interval.FIVE_MINUTES),
            true,
            new Indicators(doubles(Indicator.COUNT)),
            42,
            1_700_000_000_000L,
            3,
            false);

    @Test
    void shouldRoundTripToTheBit() throws IOException {
        EnrichedCandle late = new EnrichedCandle(candle(3, "100"), null, 42, 42, 1L, 0, false, true);

        assertThat(EnrichedCandleJson.read(EnrichedCandleJson.write(enrichedCandle)))
                .isEqualTo(enrichedCandle);
        assertThat(EnrichedCandleJson.read(EnrichedCandleJson.write(late))).isEqualTo(late);
        assertThat(EnrichedBarJson.read(EnrichedBarJson.write(enrichedBar))).isEqualTo(enrichedBar);
        assertThat(EnrichedBarJson.read(EnrichedBarJson.writeDocument(enrichedBar, Layer.BATCH)))
                .isEqualTo(enrichedBar);
    }

    @Test
    void shouldRoundTripARun() throws IOException {
        BatchRun run = new BatchRun(
                "r1",
                1,
                new TreeMap<>(Map.of(0, 17L, 3, 4L)),
                Map.of(Interval.ONE_HOUR, 1_704_067_200_000L),
                Map.of(Interval.ONE_MINUTE, 21_600L),
                1_696_118_400_000L,
                1,
                2);

        assertThat(BatchRunJson.read(BatchRunJson.write(run))).isEqualTo(run);
        assertThat(run.k(1)).isZero();
    }

    @Test
    void shouldWriteDocumentsThatTheStrictMappingsDefineFieldByField() throws IOException {
        assertThat(mapped("crypto-candles"))
                .isEqualTo(fields(EnrichedCandleJson.writeDocument(enrichedCandle, Layer.SPEED)));
        assertThat(mapped("crypto-bars")).isEqualTo(fields(EnrichedBarJson.writeDocument(enrichedBar, Layer.SPEED)));
    }

    /** An awkward sum, nothing, zero below zero, and any bits that make a number. */
    private static double[] doubles(int count) {
        double[] values = new Random(count)
                .longs(count)
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        values[0] = 0.1 + 0.2;
        values[1] = Double.NaN;
        values[2] = -0.0;
        values[3] = Double.MIN_VALUE;
        return values;
    }

    private static Set<String> mapped(String template) throws IOException {
        String body = IndexTemplates.all().get(template);
        return fields(body.substring(body.indexOf('{', body.indexOf("\"properties\"")))
                .getBytes(UTF_8));
    }

    private static Set<String> fields(byte[] object) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JsonParser json = new JsonFactory().createParser(object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                names.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        }
        return names;
    }
}
