package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The speed layer's state is gone, and what the log still has does not reach back far; the batch views are there. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class ColdStartIT {
    private static final Logger LOG = LoggerFactory.getLogger(ColdStartIT.class);

    private static final String SYMBOL = "BTCUSDT";
    // Some 208 days: 200 bars of a day, and a few to spare.
    private static final int CANDLES = 294_000;
    private static final int IN_THE_LOG = 3_000;
    private static final int AFTER = 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void shouldHaveTheRunningDayAndItsLongestAverageAtOnce() throws Exception {
        List<Candle> candles = Candles.randomWalk(new Random(9), SYMBOL, CANDLES);
        try (Stack stack = new Stack("cold-start")) {
            stack.up(
                    "--replay", RealData.daily("1m").toAbsolutePath().toString(),
                    "--from", "2024-01-01",
                    "--to", "2024-01-01",
                    "--symbols", "ETHUSDT",
                    "--speed", "max",
                    "--batch-every", "0");
            write(stack, candles.subList(CANDLES - AFTER - IN_THE_LOG, CANDLES - AFTER));
            stack.awaitCaughtUp(LIMIT);
            Path files = stack.data().resolveSibling("cold-start-archive");
            ArchiveFolder.write(files, candles.subList(0, CANDLES - AFTER - IN_THE_LOG));
            stack.lambda("batch", "import", files.toString()).requireSuccess();
            stack.lambda("batch", "recompute").requireSuccess();

            forgetTheSpeedLayer(stack);
            long began = System.nanoTime();
            stack.upAgain("--batch-every", "0");
            LOG.info("ready after {}", since(began));
            write(stack, candles.subList(CANDLES - AFTER, CANDLES));
            Candle newest = candles.get(CANDLES - 1);
            JsonNode running = Awaitility.await("the running day from the speed layer")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> day(stack, "candles", "speed"), bar -> bar.path("close")
                            .asText()
                            .equals(newest.market().close().toPlainString()));
            LOG.info("running day known after {}: {}", since(began), running);

            assertThat(running.path("complete").asBoolean()).as("%s", running).isTrue();
            JsonNode average = day(stack, "indicators", "speed").path("sma_200");
            assertThat(average.isNumber()).as("sma_200").isTrue();
            stack.lambda("batch", "all").requireSuccess();
            assertThat(day(stack, "indicators", "batch").path("sma_200")).isEqualTo(average);
        }
    }

    /** Its state, its documents, and what of its input the log would have lost by retention. */
    private static void forgetTheSpeedLayer(Stack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(List.of(Topics.FEATURES))
                    .allTopicNames()
                    .get()
                    .get(Topics.FEATURES)
                    .partitions()
                    .forEach(partition ->
                            asked.put(new TopicPartition(Topics.FEATURES, partition.partition()), OffsetSpec.latest()));
            Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((partition, end) -> old.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(old).all().get();
        }
        new Api(stack.elasticsearch()).delete("/" + Indices.allSpeed());
        stack.lambda("down").requireSuccess();
        delete(stack.data().resolve("kstreams"));
        delete(stack.data().resolve("flink"));
        delete(stack.data().resolve("flink-job.json"));
    }

    private static JsonNode day(Stack stack, String resource, String layer) {
        JsonNode rows = stack.api()
                .get("/api/v1/" + resource + "?symbol=" + SYMBOL + "&interval=1d&limit=1&layer=" + layer)
                .path("rows");
        return rows.path(rows.size() - 1);
    }

    private static void write(Stack stack, List<Candle> candles) {
        try (PacedLog log = new PacedLog(stack.kafka(), candles, Duration.ZERO)) {
            log.await();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
