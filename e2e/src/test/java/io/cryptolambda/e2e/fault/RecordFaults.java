package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records in the raw topic that should not be there, or not there and then. */
final class RecordFaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MINUTE = 60_000;
    private static final int DAY = 1_440;

    private RecordFaults() {}

    /** Every kind of record that breaks the contract. */
    static Fault poison() {
        return new Fault("poison", (world, random) -> {
            ObjectNode candle = any(history(world), random);
            byte[] key = candle.path("symbol").asText().getBytes(StandardCharsets.UTF_8);
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            records.add(record(key, null));
            records.add(record(null, bytes(candle)));
            records.add(record("OTHER".getBytes(StandardCharsets.UTF_8), bytes(candle)));
            for (String text :
                    List.of("", "{", "null", "[]", "\u0000\u0001", "{\"schema\":1,\"open\":", "[".repeat(9_000))) {
                records.add(record(key, text.getBytes(StandardCharsets.UTF_8)));
            }
            records.add(record(key, new byte[200_000]));
            for (Map.Entry<String, String> broken : Map.ofEntries(
                            Map.entry("volume", "-1"),
                            Map.entry("high", "0.00000001"),
                            Map.entry("low", "0"),
                            Map.entry("close", "NaN"),
                            Map.entry("open", "1e999999999"),
                            Map.entry("quote_volume", "1".repeat(60)),
                            Map.entry("taker_buy_volume", "999999999999"),
                            Map.entry("open_time", "7"),
                            Map.entry("trades", "-3"),
                            Map.entry("symbol", "BTC/USDT"))
                    .entrySet()) {
                records.add(record(key, bytes(candle.deepCopy().put(broken.getKey(), broken.getValue()))));
            }
            records.add(record(key, bytes(candle.deepCopy().put("open_time", -MINUTE))));
            long future = candle.path("ingested_at").asLong() / MINUTE * MINUTE + 10 * MINUTE;
            records.add(record(
                    key, bytes(candle.deepCopy().put("open_time", future).put("close_time", future + MINUTE - 1))));
            send(world, records);
        });
    }

    /** A stretch of the log again, as it was. */
    static Fault doubles(String name, int records) {
        return new Fault(name, (world, random) -> {
            List<RawRecord> log = history(world);
            int from = Math.max(0, log.size() - records);
            send(
                    world,
                    log.subList(from, log.size()).stream()
                            .map(record -> record(record.key(), record.value()))
                            .toList());
        });
    }

    /** The newest stretch again with other values, newest first. */
    static Fault revisions() {
        return revised("revisions", 0, 40);
    }

    /** Other values for candles from more than a day before the newest. */
    static Fault beyondTheHorizon() {
        return revised("beyond-the-horizon", DAY + 200, DAY + 230);
    }

    /** Numbers as large and as small as the contract allows. */
    static Fault absurdNumbers() {
        return new Fault("absurd-numbers", (world, random) -> {
            ObjectNode candle = any(history(world), random);
            byte[] key = candle.path("symbol").asText().getBytes(StandardCharsets.UTF_8);
            ObjectNode huge = candle.deepCopy()
                    .put("high", "9".repeat(29) + ".99999999")
                    .put("low", "0.00000001")
                    .put("volume", "9".repeat(26) + ".00000001")
                    .put("trades", Integer.MAX_VALUE);
            send(world, List.of(record(key, bytes(huge))));
        });
    }

    private static Fault revised(String name, int youngest, int oldest) {
        return new Fault(name, (world, random) -> {
            String symbol = World.SYMBOLS.get(random.nextInt(World.SYMBOLS.size()));
            // By candle, not by record: there may be duplicates, and what is late must lie beyond the horizon.
            TreeMap<Long, ObjectNode> newest = new TreeMap<>();
            history(world).stream()
                    .map(RecordFaults::parse)
                    .filter(candle ->
                            candle != null && candle.path("symbol").asText().equals(symbol))
                    .filter(candle -> candle.path("open_time").asLong()
                            <= candle.path("ingested_at").asLong())
                    .forEach(candle -> newest.put(candle.path("open_time").asLong(), candle));
            List<ObjectNode> candles = List.copyOf(newest.values());
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int back = youngest; back < Math.min(oldest, candles.size()); back++) {
                ObjectNode candle = candles.get(candles.size() - 1 - back).deepCopy();
                candle.put("trades", candle.path("trades").asInt() + 1 + random.nextInt(9));
                records.add(record(symbol.getBytes(StandardCharsets.UTF_8), bytes(candle)));
            }
            send(world, records);
        });
    }

    private static List<RawRecord> history(World world) {
        List<RawRecord> log = new ArrayList<>();
        try (TopicReader reader = new TopicReader(world.stack().kafka())) {
            reader.read(
                    Topics.RAW,
                    record -> log.add(new RawRecord(
                            record.partition(), record.offset(), record.timestamp(), record.key(), record.value())));
        }
        return log;
    }

    private static ObjectNode any(List<RawRecord> log, RandomGenerator random) {
        for (int attempt = 0; attempt < 100; attempt++) {
            ObjectNode candle = parse(log.get(log.size() - 1 - random.nextInt(Math.min(log.size(), 60))));
            if (candle != null) {
                return candle;
            }
        }
        throw new IllegalStateException("no candle among the newest records of the log");
    }

    private static ObjectNode parse(RawRecord record) {
        try {
            return record.value() != null
                            && JSON.readTree(record.value()) instanceof ObjectNode candle
                            && candle.path("open_time").isIntegralNumber()
                            && candle.path("trades").asInt() >= 0
                    ? candle
                    : null;
        } catch (java.io.IOException e) {
            return null;
        }
    }

    private static byte[] bytes(ObjectNode candle) {
        return candle.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ProducerRecord<>(Topics.RAW, key, value);
    }

    private static void send(World world, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, world.stack().kafka(), ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
        world.say("  " + records.size() + " records");
    }
}
