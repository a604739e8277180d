package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Topics;
import java.util.Map;
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
        double lag = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : metrics.get().entrySet()) {
            MetricName name = entry.getKey();
            if (name.name().equals(NAME)
                    && name.group().equals(GROUP)
                    && Topics.RAW.equals(name.tags().get("topic"))
                    && entry.getValue().metricValue() instanceof Double records
                    && Double.isFinite(records)) {
                lag += records;
            }
        }
        return (long) lag;
    }
}
