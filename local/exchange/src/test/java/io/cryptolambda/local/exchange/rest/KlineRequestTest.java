package io.cryptolambda.local.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.local.exchange.market.KlineInterval;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlineRequestTest {
    @Test
    void shouldGiveFiveHundredOfTheNewestUnlessAskedOtherwise() {
        assertThat(request("symbol=BTCUSDT&interval=1m"))
                .isEqualTo(new KlineRequest("BTCUSDT", KlineInterval.MINUTE, 0, -1, Long.MAX_VALUE, 500));
    }

    @Test
    void shouldGiveAThousandAtMost() {
        assertThat(request("symbol=BTCUSDT&interval=1h&limit=5000").limit()).isEqualTo(1000);
    }

    @Test
    void shouldTakeTimesInMicrosecondsToo() {
        KlineRequest request = request("symbol=BTCUSDT&interval=1m&startTime=1704067200000000&endTime=1704067260000");

        assertThat(request.from()).isEqualTo(1704067200000L);
        assertThat(request.to()).isEqualTo(1704067260000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"
            })
    void shouldKnowTheExchangesIntervals(String interval) {
        assertThat(request("symbol=BTCUSDT&interval=" + interval).interval().text())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "8, 480", "-1:00, -60", "05:45, 345", "+14:00, 840", "-12:00, -720"})
    void shouldShiftTheGrid(String zone, long minutes) {
        assertThat(request("symbol=BTCUSDT&interval=1d&timeZone=" + zone).shift())
                .isEqualTo(minutes * 60_000);
    }

    @ParameterizedTest
    @CsvSource({
        "interval=1m, -1102",
        "symbol=BTCUSDT, -1102",
        "symbol=&interval=1m, -1105",
        "symbol=BTC/USDT&interval=1m, -1100",
        "symbol=NOPEUSDT&interval=1m, -1121",
        "symbol=btcusdt&interval=1m, -1121",
        "symbol=BTCUSDT&interval=1H, -1120",
        "symbol=BTCUSDT&interval=1m&limit=ten, -1100",
        "symbol=BTCUSDT&interval=1m&limit=0, -1130",
        "symbol=BTCUSDT&interval=1m&startTime=-5, -1100",
        "symbol=BTCUSDT&interval=1m&startTime=, -1105",
        "symbol=BTCUSDT&interval=1m&endTime=99999999999999999999, -1130",
        "symbol=BTCUSDT&interval=1m&timeZone=15, -1130",
        "symbol=BTCUSDT&interval=1m&timeZone=Berlin, -1130",
        "symbol=BTCUSDT&interval=1m&since=5, -1104",
        "symbol=BTCUSDT&interval=1m&interval=5m, -1101",
    })
    void shouldRefuseAsTheExchangeDoes(String query, int code) {
        assertThatThrownBy(() -> request(query)).isInstanceOfSatisfying(ApiError.class, error -> assertThat(
                        new JsonObject(error.body()).getInteger("code"))
                .isEqualTo(code));
    }

    private static KlineRequest request(String query) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (String part : query.split("&")) {
            String[] parameter = part.split("=", 2);
            parameters.add(parameter[0], parameter[1]);
        }
        return KlineRequest.of(parameters, "BTCUSDT"::equals);
    }
}
