package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.ServedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a client was told of a symbol's candles, or of what is derived from them.
 *
 * @param symbol whose
 * @param interval of which length
 * @param derived whether these are rows of {@code /features} or {@code /indicators}; else of {@code /candles}
 * @param k position up to which the run that was served knows the symbol, exclusive; {@link Long#MAX_VALUE} if it did not say
 * @param stale whether it said that it is not up to date
 * @param rows oldest first
 */
record Answer(String symbol, Interval interval, boolean derived, long k, boolean stale, List<ServedRow> rows) {
    /** @param canonical gives the one object of equal rows, since most are served again and again */
    static Answer of(
            String symbol, Interval interval, boolean derived, JsonNode body, UnaryOperator<ServedRow> canonical) {
        List<ServedRow> rows = new ArrayList<>();
        body.path("rows").forEach(row -> rows.add(canonical.apply(new ServedRow(row))));
        return new Answer(
                symbol,
                interval,
                derived,
                body.path("k").asLong(Long.MAX_VALUE),
                body.path("stale").asBoolean(),
                List.copyOf(rows));
    }
}
