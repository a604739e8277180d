package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.stack.Ports;
import picocli.CommandLine.Option;

/** The ports of the stack, each to be changed by itself or all together. */
final class PortOptions {
    @Option(names = "--kafka-port", defaultValue = "9092", description = "Kafka, default ${DEFAULT-VALUE}")
    private int kafka;

    @Option(
            names = "--kafka-controller-port",
            defaultValue = "9093",
            description = "Kafka's controller, default ${DEFAULT-VALUE}")
    private int kafkaController;

    @Option(
            names = "--elasticsearch-port",
            defaultValue = "9200",
            description = "Elasticsearch, default ${DEFAULT-VALUE}")
    private int elasticsearch;

    @Option(
            names = "--elasticsearch-transport-port",
            defaultValue = "9300",
            description = "its transport, default ${DEFAULT-VALUE}")
    private int elasticsearchTransport;

    @Option(names = "--s3-port", defaultValue = "9000", description = "S3 server, default ${DEFAULT-VALUE}")
    private int s3;

    @Option(names = "--flink-port", defaultValue = "8081", description = "dashboard, default ${DEFAULT-VALUE}")
    private int flink;

    @Option(names = "--flink-rpc-port", defaultValue = "6123", description = "job manager, default ${DEFAULT-VALUE}")
    private int flinkRpc;

    @Option(names = "--serving-port", defaultValue = "8080", description = "API and page, default ${DEFAULT-VALUE}")
    private int serving;

    @Option(names = "--exchange-port", defaultValue = "9080", description = "simulator, default ${DEFAULT-VALUE}")
    private int exchange;

    @Option(
            names = "--metrics-port",
            defaultValue = "9100",
            description = "first of the metrics ports, default ${DEFAULT-VALUE}")
    private int metrics;

    @Option(
            names = "--port-offset",
            defaultValue = "0",
            description = "added to every port, for a second stack beside the first; default ${DEFAULT-VALUE}")
    private int offset;

    Ports ports() {
        return new Ports(
                kafka + offset,
                kafkaController + offset,
                elasticsearch + offset,
                elasticsearchTransport + offset,
                s3 + offset,
                flink + offset,
                flinkRpc + offset,
                serving + offset,
                exchange + offset,
                metrics + offset);
    }
}
