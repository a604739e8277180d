package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.DeadLetterHeaders;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the speed layer has written for records of the raw topic: how often for each, by {@link #at partition and offset}.
 *
 * @param taken documents of candles by their own records
 * @param late candles that Streams passed on as late
 * @param deadLetters dead letters of the raw topic
 * @param lateTopic candles in the topic of late candles, which Flink writes at least once
 */
record Outputs(
        Map<String, Integer> taken,
        Map<String, Integer> late,
        Map<String, Integer> deadLetters,
        Map<String, Integer> lateTopic) {

    static Outputs read(Records records) {
        Outputs outputs = new Outputs(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        records.read(Topics.FEATURES, record -> {
            EnrichedCandle candle = candle(record);
            String at = at(candle.partition(), KnowledgePosition.offset(candle.asOf()));
            if (candle.late()) {
                outputs.late.merge(at, 1, Integer::sum);
            } else if (candle.asOf() == candle.candlePosition()) {
                outputs.taken.merge(at, 1, Integer::sum);
            }
        });
        records.read(Topics.DEAD_LETTERS, record -> {
            if (header(record, DeadLetterHeaders.TOPIC).equals(Topics.RAW)) {
                outputs.deadLetters.merge(
                        header(record, DeadLetterHeaders.PARTITION) + "@" + header(record, DeadLetterHeaders.OFFSET),
                        1,
                        Integer::sum);
            }
        });
        records.read(Topics.LATE, record -> {
            EnrichedCandle candle = candle(record);
            outputs.lateTopic.merge(at(candle.partition(), KnowledgePosition.offset(candle.asOf())), 1, Integer::sum);
        });
        return outputs;
    }

    static String at(int partition, long offset) {
        return partition + "@" + offset;
    }

    private static EnrichedCandle candle(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EnrichedCandleJson.read(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
