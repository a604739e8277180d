package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.GapJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published description against the handlers: the same paths, the same parameters, and answers of its shapes. */
class ContractIT {
    @TempDir
    private static java.nio.file.Path directory;

    private static final long MINUTE = 60_000;
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;
    private static OpenAPIContract contract;

    @BeforeAll
    static void start() throws Exception {
        serving = SERVED.serving();
        LayerDocuments documents = new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 300), 0);
        SERVED.writer()
                .speedCandles(documents.candles())
                .speedBars(documents.bars(Interval.FIVE_MINUTES))
                .flush();
        Gap outage = new Gap("binance", "BTCUSDT", MINUTE, 81 * MINUTE, Gap.Cause.EXCHANGE, 0, 0, 1);
        serving.publish(new ConsumerRecord<>(Topics.GAPS, 0, 0, new byte[0], GapJson.write(outage)));
        serving.publish(new ConsumerRecord<>(Topics.DEAD_LETTERS, 0, 0, new byte[0], "nonsense".getBytes()));
        java.nio.file.Path file = directory.resolve("openapi.yaml");
        Files.writeString(file, knownTypes(serving.get("/openapi.yaml").body()));
        contract = TestServing.await(OpenAPIContract.from(VERTX, file.toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        TestServing.await(VERTX.close());
    }

    @Test
    void shouldDescribeEveryPathThatIsServedAndNoOther() {
        Set<String> described =
                contract.getPaths().stream().map(Path::getName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = serving.paths().stream()
                .filter(path -> path.matches("/(api|udf|health)/.*[^/]|/metrics"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void shouldDescribeEveryParameterThatIsAcceptedAndNoOther() throws Exception {
        for (Operation operation : contract.operations()) {
            String path = operation.getOpenAPIPath();
            if (!path.startsWith("/api/v1/")) {
                continue; // the exchange and charts do not mind parameters that they do not know
            }
            JsonObject problem = new JsonObject(serving.get(path + "?nothing=1").body());
            assertThat(problem.getString("parameter")).as(path).isEqualTo("nothing");
            assertThat(problem.getJsonArray("accepted").stream().map(Object::toString))
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(queryParameters(operation));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "candles,    200, /api/v1/candles?symbol=BTCUSDT&interval=1m",
        "candles,    200, '/api/v1/candles?symbol=BTCUSDT&interval=5m&limit=3&fields=close,as_of'",
        "candles,    400, /api/v1/candles?symbol=BTCUSDT",
        "candles,    404, /api/v1/candles?symbol=NOSUCH&interval=1m",
        "candles,    410, /api/v1/candles?symbol=BTCUSDT&interval=1m&cursor=f1.other",
        "indicators, 200, /api/v1/indicators?symbol=BTCUSDT&interval=5m",
        "features,   200, /api/v1/features?symbol=BTCUSDT&from=0&limit=9",
        "latest,     200, /api/v1/latest",
        "latest,     200, /api/v1/latest?interval=5m&sort=rsi_14&order=desc",
        "symbols,    200, /api/v1/symbols",
        "layers,     200, /api/v1/layers",
        "runs,       200, /api/v1/runs",
        "stages,     503, /api/v1/stages",
        "gaps,       200, '/api/v1/gaps?symbol=BTCUSDT&from=0&limit=5'",
        "gaps,       400, '/api/v1/gaps?from=2023-03-25&to=2023-03-24'",
        "dead_letters, 200, /api/v1/dead-letters",
        "history,    503, /api/v1/candles/history?symbol=BTCUSDT&open_time=2024-01-01",
        "exchange_klines, 200, /api/v3/klines?symbol=BTCUSDT&interval=30m",
    })
    void shouldAnswerInTheShapeThatIsDescribed(String operation, int status, String path) throws Exception {
        HttpResponse<String> response = serving.get(path);
        String type = knownTypes(
                response.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        TestServing.await(ResponseValidator.create(VERTX, contract)
                .validate(ValidatableResponse.create(status, Buffer.buffer(response.body()), type), operation));
    }

    @Test
    void shouldDescribeEveryColumn() {
        JsonObject row = contract.getRawContract()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("Row")
                .getJsonObject("properties");

        for (Resource resource : Resource.values()) {
            assertThat(row.fieldNames()).containsAll(resource.columns());
        }
        assertThat(row.fieldNames()).containsAll(LatestColumns.of(Interval.ONE_HOUR));
    }

    @Test
    void shouldShowTheDescriptionWithoutInlineScriptsAndStyles() throws Exception {
        String page = serving.get("/docs").body();

        assertThat(page).doesNotContainPattern("<script>|style=|onclick|<style");
        for (String file : List.of("/docs/swagger-ui.js", "/docs/swagger-ui.css", "/docs/docs.js", "/docs/docs.css")) {
            assertThat(page).contains(file);
            assertThat(serving.get(file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(serving.get("/docs").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
    }

    /** The validator knows few media types: others of the same kind stand for those that it does not know. */
    private static String knownTypes(String text) {
        return text.replace("application/problem+json", "application/json")
                .replaceAll("text/(csv|event-stream)", "text/plain");
    }

    private static List<String> queryParameters(Operation operation) {
        return operation.getParameters().stream()
                .filter(parameter -> parameter.getIn().name().equals("QUERY"))
                .map(Parameter::getName)
                .toList();
    }
}
