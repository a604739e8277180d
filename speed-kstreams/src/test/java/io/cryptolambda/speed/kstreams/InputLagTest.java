package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.cryptolambda.core.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class InputLagTest {
    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private final InputLag lag = new InputLag(() -> metrics);

    @Test
    void shouldAddUpThePartitionsOfTheRawTopic() {
        put("records-lag", Topics.RAW, 0, 30.0);
        put("records-lag", Topics.RAW, 1, 12.0);

        assertThat(lag.records()).isEqualTo(42);
        assertThat(lag.byPartition()).containsExactly(entry("0", 30L), entry("1", 12L));
    }

    @Test
    void shouldLeaveOutOtherTopicsOtherMetricsAndWhatIsNotKnown() {
        put("records-lag", Topics.RAW, 0, 30.0);
        put("records-lag", Topics.RAW, 1, Double.NaN);
        put("records-lag", "crypto-speed-kstreams-candles-changelog", 0, 700.0);
        put("records-lag-max", Topics.RAW, 0, 9_000.0);

        assertThat(lag.records()).isEqualTo(30);
    }

    @Test
    void shouldBeNothingBeforeTheFirstFetch() {
        assertThat(lag.records()).isZero();
    }

    private void put(String name, String topic, int partition, double value) {
        MetricName metric = new MetricName(
                name,
                "consumer-fetch-manager-metrics",
                "",
                Map.of("client-id", "main", "topic", topic, "partition", Integer.toString(partition)));
        metrics.put(metric, new Metric() {
            @Override
            public MetricName metricName() {
                return metric;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
