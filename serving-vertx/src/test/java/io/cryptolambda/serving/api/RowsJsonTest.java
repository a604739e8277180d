package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Layer;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Served;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsJsonTest {
    private static final LayerDocuments DOCUMENTS =
            new LayerDocuments(Candles.randomWalk(new Random(3), "BTCUSDT", 130), 0);

    @ParameterizedTest
    @CsvSource({
        "CANDLES, 1m, ''",
        "CANDLES, 15m, ''",
        "CANDLES, 15m, 'close,layer'",
        "FEATURES, 1m, ''",
        "INDICATORS, 5m, ''",
        "INDICATORS, 1h, 'as_of,open_time,rsi_14'"
    })
    void shouldWriteTheRowsThatAreShownOtherwise(Resource resource, String interval, String fields) {
        MultiMap parameters =
                MultiMap.caseInsensitiveMultiMap().add("symbol", "BTCUSDT").add("interval", interval);
        if (!fields.isEmpty()) {
            parameters.add("fields", fields);
        }
        Query query = Query.parse(parameters, null, resource);
        List<Served> rows = Stream.concat(
                        documents(query).map(document -> new Served(document, Layer.BATCH, false)),
                        documents(query).limit(2).map(document -> new Served(document, Layer.SPEED, true)))
                .toList();
        JsonObject about = new JsonObject().put("symbol", "BTCUSDT").putNull("next");

        JsonObject written = new JsonObject(RowsJson.of(about, resource, query, rows));

        JsonArray expected = new JsonArray();
        rows.forEach(served -> expected.add(resource.row(query.interval(), served, query.fields())));
        assertThat(written.encode())
                .isEqualTo(about.copy().put("rows", expected).encode());
        assertThat(rows).hasSizeGreaterThan(3);
    }

    private static Stream<Document> documents(Query query) {
        Stream<byte[]> values = query.interval().text().equals("1m")
                ? DOCUMENTS.candles().stream().map(EnrichedCandleJson::write)
                : DOCUMENTS.bars(query.interval()).stream().map(EnrichedBarJson::write);
        return values.map(value -> Document.of(new JsonObject(Buffer.buffer(value))));
    }
}
