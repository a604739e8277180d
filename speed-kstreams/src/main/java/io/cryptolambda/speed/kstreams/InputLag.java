package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How far this instance is behind the raw topic, as its consumers saw it at their last fetch. */
final class InputLag {
    private static final String NAME = "records-lag";
    private static final String GROUP = "consumer-fetch-manager-metrics";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics the client's own metrics, its consumers' among them */
    InputLag(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** Raw records not yet read, of all partitions of this instance; a partition that was never fetched counts as 0. */
    long records() {
        return byPartition().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same by partition. */
    SortedMap<String, Long> byPartition() {
        SortedMap<String, Long> lag = new TreeMap<>();
        metrics.get().forEach((name, metric) -> {
            if (name.name().equals(NAME)
                    && name.group().equals(GROUP)
                    && Topics.RAW.equals(name.tags().get("topic"))
                    && metric.metricValue() instanceof Double records
                    && Double.isFinite(records)) {
                lag.merge(name.tags().get("partition"), records.longValue(), Long::sum);
            }
        });
        return lag;
    }

    /** Keeps gauges of it in {@code registry}; each call of what is returned brings them up to date. */
    Runnable gauges(MeterRegistry registry) {
        MultiGauge gauges = MultiGauge.builder("speed.kstreams.lag")
                .description("Raw records not yet read.")
                .register(registry);
        return () -> gauges.register(
                byPartition().entrySet().stream()
                        .map(entry -> Row.of(Tags.of("partition", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
