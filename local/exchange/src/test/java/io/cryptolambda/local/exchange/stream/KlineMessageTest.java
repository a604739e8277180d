package io.cryptolambda.local.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.KlineEventJson;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class KlineMessageTest {
    // As received from the exchange (cryptofeed's sample data), combined stream.
    private static final String RECEIVED = "{\"stream\":\"nknusdt@kline_1m\",\"data\":{\"e\":\"kline\","
            + "\"E\":1633998523963,\"s\":\"NKNUSDT\",\"k\":{\"t\":1633998480000,\"T\":1633998539999,\"s\":\"NKNUSDT\","
            + "\"i\":\"1m\",\"f\":19862761,\"L\":19862790,\"o\":\"0.35270000\",\"c\":\"0.35280000\","
            + "\"h\":\"0.35280000\",\"l\":\"0.35220000\",\"v\":\"25877.00000000\",\"n\":30,\"x\":false,"
            + "\"q\":\"9116.04600000\",\"V\":\"58.00000000\",\"Q\":\"20.46240000\",\"B\":\"0\"}}}";

    @Test
    void shouldHaveTheFieldsAndTypesOfARealMessage() {
        Candle candle = Candles.candle("NKNUSDT", 0, "0.3528", "25877");

        KlineBar bar = new KlineBar(candle.openTime(), candle.closeTime(), candle.market());
        KlineMessage message =
                new KlineMessage(candle.closeTime() + 1, candle.symbol(), KlineInterval.MINUTE, bar, true);
        JsonObject ours = new JsonObject(KlineEventJson.combined(
                StreamName.of("NKNUSDT", KlineInterval.MINUTE).toString(), message.raw(KlineTimeUnit.MILLISECOND)));

        assertThat(shape(ours)).isEqualTo(shape(new JsonObject(RECEIVED)));
        JsonObject kline = ours.getJsonObject("data").getJsonObject("k");
        assertThat(kline.getString("c")).isEqualTo("0.35280000");
        assertThat(kline.getBoolean("x")).isTrue();
        assertThat(ours.getString("stream")).isEqualTo("nknusdt@kline_1m");
    }

    private static String shape(JsonObject object) {
        StringBuilder shape = new StringBuilder();
        object.forEach(field -> {
            Object value = field.getValue();
            String type = value instanceof JsonObject nested
                    ? shape(nested)
                    : value instanceof Number ? "number" : value.getClass().getSimpleName();
            shape.append(field.getKey()).append(':').append(type).append(' ');
        });
        return shape.toString();
    }
}
