package io.cryptolambda.batch.testing;

import io.cryptolambda.core.testing.server.ElasticsearchServer;
import io.cryptolambda.core.testing.server.KafkaServer;
import io.cryptolambda.core.testing.server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real servers, each started when it is first asked for, shared by all tests of this JVM and ended with it. */
public final class TestServers {
    private TestServers() {}

    /** Elasticsearch's base address. */
    public static URI elasticsearch() {
        return Elasticsearch.SERVER.address();
    }

    /** Kafka's bootstrap servers; topics are the tests' business. */
    public static String kafka() {
        return Kafka.SERVER.address();
    }

    /** Address of an S3 server that has {@link S3Server#BUCKET}. */
    public static String s3() {
        return S3.SERVER.address();
    }

    /** A new folder for a server. */
    public static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "server")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Elasticsearch {
        static final ElasticsearchServer SERVER = ElasticsearchServer.start(folder());
    }

    private static final class Kafka {
        static final KafkaServer SERVER = KafkaServer.start(folder());
    }

    private static final class S3 {
        static final S3Server SERVER = S3Server.start(folder());
    }
}
