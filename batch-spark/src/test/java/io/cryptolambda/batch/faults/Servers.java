package io.cryptolambda.batch.faults;

import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.testing.server.ElasticsearchServer;
import io.cryptolambda.core.testing.server.KafkaServer;
import io.cryptolambda.core.testing.server.S3Server;
import java.net.URI;
import java.nio.file.Path;

/**
 * Real Kafka, Elasticsearch and S3 for the program as a whole, started once for all tests of this JVM and ended with it.
 * They are not those of {@link TestServers}, where jobs publish that know nothing of these stores.
 */
final class Servers {
    private static final Servers SHARED = new Servers();

    private final KafkaServer kafka = KafkaServer.start(TestServers.folder());
    private final S3Server s3 = S3Server.start(TestServers.folder());
    private final ElasticsearchServer elasticsearch = ElasticsearchServer.start(TestServers.folder());
    private final ElasticsearchServer secondElasticsearch = ElasticsearchServer.start(TestServers.folder());

    private Servers() {}

    static Servers shared() {
        return SHARED;
    }

    String kafka() {
        return kafka.address();
    }

    String s3() {
        return s3.address();
    }

    int s3Port() {
        return URI.create(s3.address()).getPort();
    }

    URI elasticsearch() {
        return elasticsearch.address();
    }

    /** Another one, for results that nobody serves. */
    URI secondElasticsearch() {
        return secondElasticsearch.address();
    }

    /** The folder in which the S3 server keeps a key of the bucket, or what lies below it. */
    Path objects(String key) {
        return s3.object(key);
    }
}
