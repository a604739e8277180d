package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.StackSettings;
import java.util.List;

/** Where to look once everything runs. */
final class Addresses {
    private Addresses() {}

    static List<String> lines(StackSettings settings) {
        Ports ports = settings.ports();
        return List.of(
                "dashboard and API  " + ports.servingUrl() + "/",
                "Flink dashboard    " + ports.flinkUrl() + "/",
                "Elasticsearch      " + ports.elasticsearchUrl() + "/",
                "Kafka              " + ports.kafkaAddress(),
                "S3                 " + ports.s3Url() + "/",
                settings.market().simulated()
                        ? "exchange simulator " + ports.exchangeUrl() + "/"
                        : "exchange           Binance");
    }
}
