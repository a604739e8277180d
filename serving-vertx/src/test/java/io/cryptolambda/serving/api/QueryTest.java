package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void shouldFillInWhatIsNotGiven() {
        Query query = parse(Resource.CANDLES, "symbol=BTCUSDT", "interval=1h");

        assertThat(query)
                .isEqualTo(new Query(
                        "BTCUSDT",
                        Interval.ONE_HOUR,
                        new Range(null, null, 500),
                        LayerView.MERGED,
                        List.of(),
                        Optional.empty(),
                        Format.JSON));
    }

    @Test
    void shouldReadEveryParameter() {
        Query query = parse(
                Resource.INDICATORS,
                "symbol=BTCUSDT",
                "interval=1d",
                "from=0",
                "to=86400000",
                "limit=5000",
                "layer=batch",
                "fields=rsi_14,open_time",
                "format=csv",
                "cursor=b3600000.run-1");

        assertThat(query)
                .isEqualTo(new Query(
                        "BTCUSDT",
                        Interval.ONE_DAY,
                        new Range(0L, 3_600_000L, 5_000, false),
                        LayerView.BATCH,
                        List.of("rsi_14", "open_time"),
                        Optional.of(new Cursor(false, 3_600_000, "run-1")),
                        Format.CSV));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1704067200000",
                "2024-01-01T00:00:00Z",
                "2024-01-01T02:00:00+02:00",
                "2024-01-01",
                "2024-01-01T00:00Z"
            })
    void shouldReadTimesInEveryAcceptedForm(String from) {
        Query query = parse(Resource.FEATURES, "symbol=BTCUSDT", "from=" + from);

        assertThat(query.range().from()).isEqualTo(1_704_067_200_000L);
    }

    @Test
    void shouldKnowTheOnlyIntervalThatFeaturesHave() {
        assertThat(parse(Resource.FEATURES, "symbol=BTCUSDT").interval()).isEqualTo(Interval.ONE_MINUTE);
    }

    @Test
    void shouldAcceptSymbolsOutsideAscii() {
        assertThat(parse(Resource.FEATURES, "symbol=币安人生USDT").symbol()).isEqualTo("币安人生USDT");
    }

    @ParameterizedTest
    @CsvSource({
        "CANDLES,    symbol,   interval=1h",
        "CANDLES,    symbol,   interval=1h&symbol=",
        "CANDLES,    symbol,   interval=1h&symbol=BTC/USDT",
        "CANDLES,    symbol,   interval=1h&symbol=*",
        "CANDLES,    symbol,   interval=1h&symbol=A&symbol=B",
        "CANDLES,    interval, symbol=BTCUSDT",
        "CANDLES,    interval, symbol=BTCUSDT&interval=1H",
        "INDICATORS, interval, symbol=BTCUSDT&interval=1m",
        "FEATURES,   interval, symbol=BTCUSDT&interval=5m",
        "FEATURES,   from,     symbol=BTCUSDT&from=yesterday",
        "FEATURES,   from,     symbol=BTCUSDT&from=-1",
        "FEATURES,   from,     symbol=BTCUSDT&from=1969-12-31",
        "FEATURES,   from,     symbol=BTCUSDT&from=99999999999999999999",
        "FEATURES,   from,     symbol=BTCUSDT&from=+999999999-01-01T00:00:00Z",
        "FEATURES,   to,       symbol=BTCUSDT&to=2024-13-01",
        "FEATURES,   to,       symbol=BTCUSDT&from=2&to=1",
        "FEATURES,   limit,    symbol=BTCUSDT&limit=0",
        "FEATURES,   limit,    symbol=BTCUSDT&limit=5001",
        "FEATURES,   limit,    symbol=BTCUSDT&limit=1e3",
        "FEATURES,   layer,    symbol=BTCUSDT&layer=Batch",
        "FEATURES,   format,   symbol=BTCUSDT&format=xml",
        "FEATURES,   fields,   symbol=BTCUSDT&fields=",
        "FEATURES,   fields,   'symbol=BTCUSDT&fields=sma_20,sma_20'",
        "FEATURES,   fields,   symbol=BTCUSDT&fields=rsi_14",
        "FEATURES,   cursor,   symbol=BTCUSDT&cursor=1",
        "FEATURES,   cursor,   symbol=BTCUSDT&cursor=f1.<script>",
        "FEATURES,   cursor,   symbol=BTCUSDT&from=5&cursor=f4.run",
    })
    void shouldNameTheParameterThatIsNotAccepted(Resource resource, String parameter, String query) {
        assertThatThrownBy(() -> parse(resource, query.split("&")))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidParameterException.class))
                .satisfies(e -> {
                    assertThat(e.parameter()).isEqualTo(parameter);
                    assertThat(e.accepted()).isNotEmpty();
                });
    }

    @Test
    void shouldAnswerInCsvWhereOnlyThatIsAccepted() {
        MultiMap given = parameters("symbol=BTCUSDT");

        assertThat(Query.parse(given, "text/csv", Resource.FEATURES).format()).isEqualTo(Format.CSV);
        assertThat(Query.parse(given, "text/csv, application/json", Resource.FEATURES)
                        .format())
                .isEqualTo(Format.JSON);
        assertThat(Query.parse(given, "*/*", Resource.FEATURES).format()).isEqualTo(Format.JSON);
    }

    private static Query parse(Resource resource, String... pairs) {
        return Query.parse(parameters(pairs), null, resource);
    }

    private static MultiMap parameters(String... pairs) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        return parameters;
    }
}
