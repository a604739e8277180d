package io.cryptolambda.serving;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.util.Arrays;

/** Requests by route, status and time, those to Elasticsearch too, kept for Prometheus. */
final class Metrics {
    private static final String RESPONSE_TIME = "vertx.http.server.response.time";
    private static final double[] BUCKETS_NANOS = nanos(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000);

    private Metrics() {}

    static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(RESPONSE_TIME)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS_NANOS)
                                .build()
                                .merge(config)
                        : config;
            }
        });
        return registry;
    }

    /** A Vert.x that reports into the registry. */
    static Vertx vertx(PrometheusMeterRegistry registry) {
        MicrometerMetricsOptions options = new MicrometerMetricsOptions()
                .setEnabled(true)
                .addLabels(Label.HTTP_ROUTE, Label.HTTP_METHOD, Label.HTTP_CODE);
        return Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(options))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
    }

    private static double[] nanos(long... millis) {
        return Arrays.stream(millis)
                .mapToDouble(value -> Duration.ofMillis(value).toNanos())
                .toArray();
    }
}
