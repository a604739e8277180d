package io.cryptolambda.serving.testing;

import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.testing.server.ElasticsearchServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A real Elasticsearch with the index templates installed. */
public final class TestElasticsearch implements AutoCloseable {
    private final ElasticsearchServer server;

    private TestElasticsearch(ElasticsearchServer server) {
        this.server = server;
    }

    /** Starts it with everything it keeps under {@code directory}. */
    public static TestElasticsearch start(Path directory) throws IOException, InterruptedException {
        TestElasticsearch started = new TestElasticsearch(ElasticsearchServer.start(directory));
        try {
            IndexTemplates.install(ElasticsearchAccess.at(started.address()));
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Its base address. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
