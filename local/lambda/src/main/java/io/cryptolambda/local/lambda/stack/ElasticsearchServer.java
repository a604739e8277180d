package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import java.io.IOException;
import java.util.List;

/** One Elasticsearch 7 node. */
final class ElasticsearchServer {
    private static final String MODULE = "local/elasticsearch";

    private ElasticsearchServer() {}

    /** @param heap as {@code -Xmx} takes it */
    static ProcessSpec process(ProjectLayout project, DataDirectory data, Ports ports, String heap) throws IOException {
        return ProcessSpec.java(
                        "elasticsearch",
                        Tier.STORAGE,
                        ports.elasticsearch(),
                        HealthProbe.http(ports.elasticsearch(), "/_cluster/health?wait_for_status=yellow&timeout=1s"),
                        Jvm.flags(heap, "-Xms256m"),
                        project.classPath(MODULE, "local-elasticsearch"),
                        "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                        List.of(
                                "--port",
                                String.valueOf(ports.elasticsearch()),
                                "--transport-port",
                                String.valueOf(ports.elasticsearchTransport()),
                                "--data-dir",
                                data.resolve("elasticsearch").toString()))
                // What is pushed to clients does not pass through it.
                .inBackground();
    }
}
