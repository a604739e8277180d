package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.RealData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A stack whose simulator has played one day of one symbol, and whose log then goes on with real candles in an order that no
 * exchange ever had.
 */
final class DisturbedStack implements AutoCloseable {
    /** Another with {@code -Dreplay.seed=N}. */
    private static final long SEED = Long.getLong("replay.seed", 1);

    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final String PLAYED = "2024-01-01";
    private static final Duration CATCH_UP = Duration.ofMinutes(20);

    private final Stack stack;
    private LocalDate next = LocalDate.parse(PLAYED).plusDays(1);

    DisturbedStack(String name) {
        this.stack = new Stack(name);
    }

    void up() {
        stack.up(
                "--replay",
                RealData.daily("1m").toAbsolutePath().toString(),
                "--from",
                PLAYED,
                "--to",
                PLAYED,
                "--symbols",
                "BTCUSDT",
                "--speed",
                "max",
                "--batch-every",
                "0");
        stack.awaitCaughtUp(CATCH_UP);
    }

    Stack stack() {
        return stack;
    }

    FlinkJob job() {
        return new FlinkJob(stack);
    }

    /** The log goes on with the day that the simulator has played. */
    void beginAgain() {
        next = LocalDate.parse(PLAYED);
    }

    /** Writes the first {@code minutes} of each symbol's next {@code days}, disturbed. */
    PacedLog play(int days, int minutes, Disturbance disturbance, Duration over) {
        long end = next.toEpochDay() * 86_400_000L + minutes * 60_000L;
        List<Candle> candles = RealCandles.of(SYMBOLS, next.toString(), days).stream()
                .filter(candle -> candle.openTime() < end)
                .toList();
        next = next.plusDays(days);
        return new PacedLog(stack.kafka(), disturbance.log(candles, SEED), over);
    }

    /** Every document is what the log says. */
    JsonNode requireParity() {
        stack.awaitCaughtUp(CATCH_UP);
        JsonNode found = stack.verify();
        assertThat(found.path("parity").asBoolean())
                .as("seed %d: %s", SEED, found.toPrettyString())
                .isTrue();
        assertThat(found.path("compared").asInt()).isPositive();
        assertThat(found.path("newer").asInt()).isZero();
        return found;
    }

    /** Stops the job with a savepoint and goes on from there with a later version of it. */
    void upgrade(Path jar, int parallelism) {
        String savepoint = job().stopWithSavepoint();
        job().run(jar, UpgradedJobJar.ENTRY_CLASS, parallelism, savepoint);
        job().awaitRunning();
    }

    @Override
    public void close() {
        stack.close();
    }
}
