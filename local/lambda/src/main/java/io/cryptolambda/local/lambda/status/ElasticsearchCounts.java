package io.cryptolambda.local.lambda.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Collectors;

/** What lies in Elasticsearch, as far as status needs it. */
final class ElasticsearchCounts {
    private static final Duration REFRESH_LIMIT = Duration.ofSeconds(30);

    private final String url;

    /** @param url such as {@code http://127.0.0.1:9200} */
    ElasticsearchCounts(String url) {
        this.url = url;
    }

    /** Makes every speed document written so far visible to searches. */
    void refresh() throws IOException {
        JsonHttp.send(HttpRequest.newBuilder(URI.create(url + "/" + Indices.allSpeed() + "/_refresh"))
                .timeout(REFRESH_LIMIT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    long features() throws IOException {
        return count(Indices.speedPattern(Interval.ONE_MINUTE));
    }

    long indicators() throws IOException {
        // Not all less the features: those grow between the two questions.
        return count(Interval.ROLLED_UP.stream().map(Indices::speedPattern).collect(Collectors.joining(",")));
    }

    /** The metadata of the run being served; null before the first. */
    StatusReport.Batch batch() throws IOException {
        // Before the first run the alias is not there, which is no error.
        JsonNode answer = JsonHttp.get(URI.create(url + "/" + Indices.BATCH_RUN + "/_search?ignore_unavailable=true"));
        JsonNode hits = answer.path("hits").path("hits");
        if (hits.isEmpty()) {
            return null;
        }
        JsonNode run = hits.get(0).path("_source");
        return new StatusReport.Batch(run.path("run_id").asText(), run.path("k"), run.path("boundary"));
    }

    private long count(String indices) throws IOException {
        return JsonHttp.get(URI.create(url + "/" + indices + "/_count"))
                .path("count")
                .asLong();
    }
}
