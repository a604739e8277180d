package io.cryptolambda.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LogTailTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RAW, 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @Test
    void shouldFindTheNewestOfEachSymbolAmongPoison() {
        List<ConsumerRecord<byte[], byte[]>> records = List.of(
                record(0, "BTCUSDT", Candles.candle("BTCUSDT", 1, "7", "1")),
                record(1, "ETHUSDT", Candles.candle("ETHUSDT", 9, "7", "1")),
                new ConsumerRecord<>(Topics.RAW, 0, 2, bytes("BTCUSDT"), bytes("no candle")),
                record(3, "BTCUSDT", Candles.candle("BTCUSDT", 2, "7", "1")),
                record(4, "SOLUSDT", Candles.candle("SOLUSDT", 3, "7", "1")),
                record(5, "WRONGKEY", Candles.candle("BTCUSDT", 8, "7", "1")),
                new ConsumerRecord<>(Topics.RAW, 0, 6, null, null));
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records.size()));

        Map<String, Long> newest =
                new LogTail(consumer).newest(List.of(PARTITION), "binance", Set.of("BTCUSDT", "ETHUSDT", "XRPUSDT"));

        assertThat(newest)
                .isEqualTo(Map.of("BTCUSDT", Candles.START + 2 * 60_000, "ETHUSDT", Candles.START + 9 * 60_000));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String key, Candle candle) {
        return new ConsumerRecord<>(Topics.RAW, 0, offset, bytes(key), CandleJson.write(candle));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
