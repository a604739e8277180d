package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Indices;
import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;

/** Puts what a check found where people look: the one document of its index, which the next check replaces. */
final class ParityPublication {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    // Nobody searches in it.
    private static final String SETTINGS =
            """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0}, "mappings": {"enabled": false}}""";

    private final String elasticsearch;
    private final Clock clock;

    /** @param elasticsearch base address */
    ParityPublication(String elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    /** Publishes all of a report but its counts by symbol, and whether it was of everything. */
    void publish(ParityReport report, Selection selection) throws IOException {
        ObjectNode found = JsonReport.of(report);
        found.put("symbols", report.bySymbol().size())
                .put("checked_at", clock.millis())
                .put("sample", !selection.complete());
        if (!exists()) {
            put("/" + Indices.PARITY, SETTINGS);
        }
        put("/" + Indices.PARITY + "/_doc/latest?refresh=true", found.toString());
    }

    private boolean exists() throws IOException {
        String indices = elasticsearch + "/_cat/indices/" + Indices.PARITY + "*?format=json";
        return !JsonHttp.get(URI.create(indices)).isEmpty();
    }

    private void put(String path, String body) throws IOException {
        JsonHttp.send(HttpRequest.newBuilder(URI.create(elasticsearch + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }
}
