package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.stream.StreamFilter;
import io.cryptolambda.serving.stream.Streams;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Serves {@code /api/v1/stream}: documents of the speed layer as they come, as server-sent events. */
final class StreamHandler implements Handler<RoutingContext> {
    static final List<String> PARAMETERS = List.of("symbol", "interval");
    private static final int MOST_SYMBOLS = 200;

    private final Streams streams;

    StreamHandler(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void handle(RoutingContext context) {
        Parameters parameters = new Parameters(context.queryParams(), PARAMETERS);
        StreamFilter filter = new StreamFilter(symbols(parameters), intervals(parameters));
        if (context.request().method() == HttpMethod.HEAD) {
            context.response()
                    .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                    .end();
            return;
        }
        streams.open(context.response(), filter, context.request().getHeader("Last-Event-ID"));
    }

    private static Set<String> symbols(Parameters parameters) {
        List<String> symbols = parameters
                .text("symbol")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        if (symbols.size() > MOST_SYMBOLS || !symbols.stream().allMatch(Symbols::isValid)) {
            throw new InvalidParameterException(
                    "symbol",
                    "symbol is not a list of symbols",
                    List.of("up to " + MOST_SYMBOLS + " symbols, separated by commas, such as BTCUSDT,ETHUSDT"));
        }
        return Set.copyOf(symbols.stream().distinct().toList());
    }

    private static Set<Interval> intervals(Parameters parameters) {
        List<String> accepted =
                Arrays.stream(Interval.values()).map(Interval::text).toList();
        return parameters.list("interval", accepted).stream()
                .map(Interval::parse)
                .collect(Collectors.toUnmodifiableSet());
    }
}
