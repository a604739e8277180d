package io.cryptolambda.batch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.access.S3Access;
import io.cryptolambda.core.testing.server.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lease over a local disk and over a real S3 server. */
class LeaseIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Clock NOW = Clock.fixed(Instant.parse("2024-01-05T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NOW, TIMEOUT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3a"})
    void shouldTurnASecondRunAwayAndNameTheFirst(String scheme) throws InterruptedException {
        LeaseFiles files = files(scheme);
        try (Lease first = acquire(files, "run-1", NOW)) {
            assertThatThrownBy(() -> acquire(files, "run-2", NOW))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("run-1")
                    .hasMessageContaining("--lease-wait");
            first.requireHeld();
        }
        try (Lease second = acquire(files, "run-2", NOW)) {
            assertThat(second.epoch()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3a"})
    void shouldTakeOverFromADeadHolderAndFenceItIfItWakesUp(String scheme) throws InterruptedException {
        LeaseFiles files = files(scheme);
        Lease stalled = acquire(files, "run-1", NOW);

        Lease next = acquire(files, "run-2", LATER);

        next.requireHeld();
        assertThat(next.epoch()).isGreaterThan(stalled.epoch());
        assertThatThrownBy(stalled::requireHeld).hasMessageContaining("taken over");
        stalled.close();
        next.requireHeld();
        assertThatThrownBy(() -> acquire(files, "run-3", LATER)).isInstanceOf(LeaseHeldException.class);
        next.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3a"})
    void shouldLetOneOfManyTakeIt(String scheme) throws Exception {
        LeaseFiles files = files(scheme);
        ExecutorService runs = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        acquire(files, "run-" + i, NOW);
                        return true;
                    } catch (LeaseHeldException e) {
                        return false;
                    }
                })
                .toList();
        int taken = 0;
        for (Future<Boolean> attempt : runs.invokeAll(attempts)) {
            taken += attempt.get() ? 1 : 0;
        }
        runs.shutdown();
        assertThat(taken).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3a"})
    void shouldWaitForTheHolderToEnd(String scheme) throws Exception {
        LeaseFiles files = files(scheme);
        Lease first = Lease.acquire(files, "run-1", Duration.ofSeconds(20), Duration.ZERO, Clock.systemUTC());
        ExecutorService runs = Executors.newSingleThreadExecutor();
        Future<Lease> waiting = runs.submit(
                () -> Lease.acquire(files, "run-2", Duration.ofSeconds(20), Duration.ofSeconds(60), Clock.systemUTC()));
        assertThat(waiting.isDone()).isFalse();

        first.close();

        try (Lease second = waiting.get()) {
            assertThat(second.epoch()).isEqualTo(2);
        }
        runs.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "s3a"})
    void shouldBeReadableWhileItsHolderWrites(String scheme) throws Exception {
        LeaseFiles files = files(scheme);
        files.create(1, LeaseState.held("run-1", Instant.EPOCH));
        ExecutorService holder = Executors.newSingleThreadExecutor();
        Future<?> writing = holder.submit(() -> {
            for (int second = 1; second <= 50; second++) {
                files.overwrite(1, LeaseState.held("run-1", Instant.ofEpochSecond(second)));
            }
        });
        while (!writing.isDone()) {
            assertThat(files.read(1).holder()).isEqualTo("run-1");
        }
        writing.get();
        holder.shutdown();
    }

    @Test
    void shouldTellAtOnceThatTheStoreHasGone() throws Exception {
        S3Server server = S3Server.start(folder);
        LeaseFiles files =
                filesOnS3(server.address(), Map.of("fs.s3a.attempts.maximum", "1", "fs.s3a.retry.limit", "0"));
        files.create(1, LeaseState.held("run-1", Instant.EPOCH));
        server.close();

        try (Refusal gone = Refusal.at(URI.create(server.address()).getPort())) {
            assertThatThrownBy(() -> files.read(1)).hasMessageContaining("the lease cannot be read");

            assertThat(gone.connections()).as("connections tried").isBetween(1, 10);
        }
    }

    private static Lease acquire(LeaseFiles files, String run, Clock clock) throws InterruptedException {
        return Lease.acquire(files, run, TIMEOUT, Duration.ZERO, clock);
    }

    private LeaseFiles files(String scheme) {
        if (scheme.equals("file")) {
            return new LeaseFiles("file:" + folder.resolve("lease"), new Configuration());
        }
        return filesOnS3(TestServers.s3(), Map.of());
    }

    private static LeaseFiles filesOnS3(String address, Map<String, String> more) {
        StoreLocation store =
                new StoreLocation("s3a://" + S3Server.BUCKET + "/" + UUID.randomUUID(), S3Access.at(address));
        Configuration configuration = new Configuration();
        store.sparkSettings().forEach((name, value) -> configuration.set(name.replace("spark.hadoop.", ""), value));
        // In the program the keys come from the environment, which a JVM cannot set for itself.
        configuration.set("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        configuration.set("fs.s3a.access.key", S3Server.ACCESS_KEY);
        configuration.set("fs.s3a.secret.key", S3Server.SECRET_KEY);
        more.forEach(configuration::set);
        if (!more.isEmpty()) {
            configuration.setBoolean("fs.s3a.impl.disable.cache", true);
        }
        return new LeaseFiles(store.lease(), configuration);
    }
}
