package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be served for one (symbol, interval, open time). Field values are {@code String} (exact decimals), {@code
 * Long}, {@code Double}, {@code Boolean} or null, under the names they are served by.
 *
 * @param interval the interval
 * @param openTime epoch milliseconds UTC
 * @param candle fields of the row of {@code /candles}
 * @param derived fields of the row of {@code /features} (1m) or {@code /indicators} (other intervals)
 */
public record ExpectedDocument(
        Interval interval, long openTime, Map<String, Object> candle, Map<String, Object> derived) {
    public ExpectedDocument {
        candle = Collections.unmodifiableMap(new LinkedHashMap<>(candle));
        derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
    }
}
