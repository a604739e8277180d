package io.cryptolambda.serving.udf;

import io.cryptolambda.serving.kline.Kline;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Bars as the chart's columns. Charts calculate in doubles: numbers, not strings. */
final class History {
    private History() {}

    static JsonObject of(List<Kline> klines) {
        JsonArray times = new JsonArray();
        klines.forEach(kline -> times.add(kline.openTime() / 1000));
        return new JsonObject()
                .put("s", "ok")
                .put("t", times)
                .put("o", column(klines, kline -> kline.market().open()))
                .put("h", column(klines, kline -> kline.market().high()))
                .put("l", column(klines, kline -> kline.market().low()))
                .put("c", column(klines, kline -> kline.market().close()))
                .put("v", column(klines, kline -> kline.market().volume()));
    }

    /** Nothing there; the newest bar before, if there is one. */
    static JsonObject none(List<Kline> before) {
        JsonObject none = new JsonObject().put("s", "no_data");
        return before.isEmpty() ? none : none.put("nextTime", before.get(0).openTime() / 1000);
    }

    private static JsonArray column(List<Kline> klines, Function<Kline, BigDecimal> value) {
        JsonArray column = new JsonArray();
        klines.forEach(kline -> column.add(value.apply(kline).doubleValue()));
        return column;
    }
}
