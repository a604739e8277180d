package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.PortCheck;
import java.util.List;

/**
 * The loopback ports of the stack.
 *
 * @param metrics where the metrics ports begin: ingest is on the next one, instances of Kafka Streams from the eleventh
 */
public record Ports(
        int kafka,
        int kafkaController,
        int elasticsearch,
        int elasticsearchTransport,
        int s3,
        int flink,
        int flinkRpc,
        int serving,
        int exchange,
        int metrics) {

    /** One port, and the option that changes it. */
    public record Use(int port, String what, String option) {
        @Override
        public String toString() {
            return "port " + port + " (" + what + ") is taken; free it or choose another with " + option;
        }
    }

    public int ingestMetrics() {
        return metrics + 1;
    }

    /** @param instance of the Streams app, from 1 */
    public int streamsMetrics(int instance) {
        return metrics + 10 + instance;
    }

    public String kafkaAddress() {
        return "127.0.0.1:" + kafka;
    }

    public String elasticsearchUrl() {
        return url(elasticsearch);
    }

    public String s3Url() {
        return url(s3);
    }

    public String flinkUrl() {
        return url(flink);
    }

    public String servingUrl() {
        return url(serving);
    }

    public String exchangeUrl() {
        return url(exchange);
    }

    /** The ports that something else listens on already. */
    public List<Use> taken(boolean withExchange) {
        return uses().stream()
                .filter(use -> withExchange || use.port != exchange)
                .filter(use -> !PortCheck.free(use.port))
                .toList();
    }

    List<Use> uses() {
        return List.of(
                new Use(kafka, "Kafka", "--kafka-port"),
                new Use(kafkaController, "Kafka's controller", "--kafka-controller-port"),
                new Use(elasticsearch, "Elasticsearch", "--elasticsearch-port"),
                new Use(elasticsearchTransport, "Elasticsearch's transport", "--elasticsearch-transport-port"),
                new Use(s3, "S3", "--s3-port"),
                new Use(flink, "Flink's dashboard", "--flink-port"),
                new Use(flinkRpc, "Flink's job manager", "--flink-rpc-port"),
                new Use(serving, "serving", "--serving-port"),
                new Use(exchange, "exchange simulator", "--exchange-port"),
                new Use(ingestMetrics(), "ingest's metrics", "--metrics-port"),
                new Use(streamsMetrics(1), "Kafka Streams' metrics", "--metrics-port"));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
