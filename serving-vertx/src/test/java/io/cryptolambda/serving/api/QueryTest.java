package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.vertx.core.MultiMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void shouldFillInWhatIsNotGiven() {
        Query query = Query.parse(parameters("symbol=BTCUSDT", "interval=1h"), Resource.CANDLES);

        assertThat(query)
                .isEqualTo(new Query("BTCUSDT", Interval.ONE_HOUR, new Range(null, null, 500), LayerView.MERGED));
    }

    @Test
    void shouldReadEveryParameter() {
        Query query = Query.parse(
                parameters("symbol=BTCUSDT", "interval=1d", "from=0", "to=86400000", "limit=5000", "layer=batch"),
                Resource.INDICATORS);

        assertThat(query)
                .isEqualTo(new Query("BTCUSDT", Interval.ONE_DAY, new Range(0L, 86_400_000L, 5_000), LayerView.BATCH));
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
        Query query = Query.parse(parameters("symbol=BTCUSDT", "from=" + from), Resource.FEATURES);

        assertThat(query.range().from()).isEqualTo(1_704_067_200_000L);
    }

    @Test
    void shouldKnowTheOnlyIntervalThatFeaturesHave() {
        assertThat(Query.parse(parameters("symbol=BTCUSDT"), Resource.FEATURES).interval())
                .isEqualTo(Interval.ONE_MINUTE);
    }

    @Test
    void shouldAcceptSymbolsOutsideAscii() {
        assertThat(Query.parse(parameters("symbol=币安人生USDT"), Resource.FEATURES).symbol())
                .isEqualTo("币安人生USDT");
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
        "FEATURES,   format,   symbol=BTCUSDT&format=csv",
    })
    void shouldNameTheParameterThatIsNotAccepted(Resource resource, String parameter, String query) {
        assertThatThrownBy(() -> Query.parse(parameters(query.split("&")), resource))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidParameterException.class))
                .satisfies(e -> {
                    assertThat(e.parameter()).isEqualTo(parameter);
                    assertThat(e.accepted()).isNotEmpty();
                });
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
