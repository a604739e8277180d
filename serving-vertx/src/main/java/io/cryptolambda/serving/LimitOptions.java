package io.cryptolambda.serving;

import io.cryptolambda.serving.guard.Limits;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@link Limits}. */
final class LimitOptions {
    @Option(
            names = "--rate-limit",
            defaultValue = "60000",
            description = "request weight a client may use in a minute; 0: no limit (${DEFAULT-VALUE})")
    private int requestsPerMinute;

    @Option(
            names = "--concurrent-queries",
            defaultValue = "256",
            description = "requests of one client that may be under way at once (${DEFAULT-VALUE})")
    private int concurrentQueries;

    @Option(names = "--connections", defaultValue = "20000", description = "connections in all (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--streams", defaultValue = "10000", description = "event streams in all (${DEFAULT-VALUE})")
    private int streams;

    @Option(
            names = "--api-tokens",
            split = ",",
            description = "tokens of which requests to the API need one, separated by commas; none: everybody may ask."
                    + " Better given as environment variable LAMBDA_API_TOKENS: others can see arguments")
    private List<String> tokens = List.of();

    @Option(
            names = "--cors-origins",
            split = ",",
            description =
                    "pages of other sites that may read answers, such as https://charts.example, separated by commas")
    private List<String> origins = List.of();

    Limits limits() {
        return new Limits(requestsPerMinute, concurrentQueries, connections, streams, tokens, origins);
    }
}
