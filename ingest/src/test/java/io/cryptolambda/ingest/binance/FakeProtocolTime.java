package io.cryptolambda.ingest.binance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Protocol time that goes on only while somebody waits. */
final class FakeProtocolTime implements Pause, InstantSource {
    final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2024-01-01T00:00:30Z");

    @Override
    public void forDuration(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
