package io.cryptolambda.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

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
        byte[][] values = {
            CandleJson.write(Candles.candle("BTCUSDT", 1, "7", "1")),
            CandleJson.write(Candles.candle("ETHUSDT", 9, "7", "1")),
            "no candle".getBytes(StandardCharsets.UTF_8),
            CandleJson.write(Candles.candle("BTCUSDT", 2, "7", "1")),
            CandleJson.write(Candles.candle("SOLUSDT", 3, "7", "1")),
            null
        };
        consumer.schedulePollTask(() -> {
            for (int offset = 0; offset < values.length; offset++) {
                consumer.addRecord(new ConsumerRecord<>(Topics.RAW, 0, offset, null, values[offset]));
            }
        });
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) values.length));

        Map<String, Long> newest =
                new LogTail(consumer).newest(List.of(PARTITION), "binance", Set.of("BTCUSDT", "ETHUSDT", "XRPUSDT"));

        assertThat(newest)
                .isEqualTo(Map.of("BTCUSDT", Candles.START + 2 * 60_000, "ETHUSDT", Candles.START + 9 * 60_000));
    }
}
