package io.cryptolambda.serving.testing;

import io.cryptolambda.core.testing.LayerWriter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Elasticsearch and the API over it for all tests of a class, which registers this in a static field. */
public final class ServingOverElasticsearch implements BeforeAllCallback, AfterAllCallback {
    private Path directory;
    private TestElasticsearch elasticsearch;
    private TestServing serving;

    /** The API. */
    public TestServing serving() {
        return serving;
    }

    /** Writes what the layers hold. */
    public LayerWriter writer() {
        return new LayerWriter(elasticsearch.address());
    }

    /** Elasticsearch is away from now on. */
    public void stopElasticsearch() {
        elasticsearch.close();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("elasticsearch-");
        elasticsearch = TestElasticsearch.start(directory);
        serving = TestServing.over(elasticsearch.address());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (serving != null) {
            serving.close();
        }
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        Vertx vertx = Vertx.vertx();
        vertx.fileSystem().deleteRecursiveBlocking(directory.toString());
        vertx.close().await();
    }
}
