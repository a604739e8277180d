package io.cryptolambda.serving.quality;

import io.cryptolambda.core.Indices;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.ReportReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The last parity check as metrics; NaN before any. While the store does not answer they stay as they were. */
public final class ParityGauges {
    private static final long EACH_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final double MILLIS = 1_000;

    private final ReportReader parity;
    private volatile JsonObject last;

    private ParityGauges(Elasticsearch elasticsearch) {
        this.parity = new ReportReader(elasticsearch, Indices.PARITY);
    }

    /** Registers them, and reads the report every half minute from now on. */
    public static void start(Vertx vertx, Elasticsearch elasticsearch, MeterRegistry registry) {
        ParityGauges gauges = new ParityGauges(elasticsearch);
        gauges.register(
                registry,
                "parity.holds",
                "1 if the last check found no difference, 0 if it did",
                report -> report.getBoolean("parity", false) ? 1 : 0);
        for (String outcome : new String[] {"compared", "different", "missing"}) {
            gauges.register(
                    registry,
                    "parity." + outcome,
                    "Documents the last check found " + outcome,
                    report -> report.getLong(outcome, 0L));
        }
        gauges.register(
                registry,
                "parity.checked.at.seconds",
                "When the last check ended, epoch seconds",
                report -> report.getLong("checked_at", 0L) / MILLIS);
        gauges.read();
        vertx.setPeriodic(EACH_MILLIS, timer -> gauges.read());
    }

    private void read() {
        parity.read().onSuccess(report -> last = report.orElse(null));
    }

    private void register(MeterRegistry registry, String name, String description, ToDoubleFunction<JsonObject> value) {
        Gauge.builder(name, this, gauges -> gauges.value(value))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private double value(ToDoubleFunction<JsonObject> value) {
        JsonObject report = last;
        return report == null ? Double.NaN : value.applyAsDouble(report);
    }
}
