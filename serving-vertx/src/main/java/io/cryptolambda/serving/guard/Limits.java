package io.cryptolambda.serving.guard;

import java.util.List;

/**
 * What the server takes from its clients.
 *
 * @param requestsPerMinute request weight a client may use in a minute; 0 for no limit
 * @param concurrentQueries requests of one client that may be under way at once
 * @param connections connections in all
 * @param streams event streams in all
 * @param tokens who may ask; empty for everybody
 * @param origins pages of other sites that may read answers; empty for none
 */
public record Limits(
        int requestsPerMinute,
        int concurrentQueries,
        int connections,
        int streams,
        List<String> tokens,
        List<String> origins) {

    /** What holds where no option says otherwise. */
    public static final Limits DEFAULT = new Limits(60_000, 256, 20_000, 10_000, List.of(), List.of());

    public Limits {
        tokens = List.copyOf(tokens);
        origins = List.copyOf(origins);
    }
}
