package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A raw topic of one partition, made up record by record. */
final class ToldLog implements Records {
    static final String SYMBOL = "BTCUSDT";
    static final int PARTITION = 2;
    private static final long MINUTE = 60_000;

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** Minutes count from {@link Candles#START}. */
    ToldLog candle(long minute, String close) {
        return add(CandleJson.write(Candles.candle(minute, close)));
    }

    ToldLog poison() {
        return add("{".getBytes(StandardCharsets.UTF_8));
    }

    Log log() {
        return Log.read(this);
    }

    static long openTime(long minute) {
        return Candles.START + minute * MINUTE;
    }

    static MarketValues values(String close) {
        return Candles.candle(0, close).market();
    }

    @Override
    public void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        if (topic.equals(Topics.RAW)) {
            records.forEach(reader);
        }
    }

    private ToldLog add(byte[] value) {
        records.add(new ConsumerRecord<>(
                Topics.RAW,
                PARTITION,
                records.size(),
                1_000 + records.size(),
                TimestampType.LOG_APPEND_TIME,
                SYMBOL.length(),
                value.length,
                SYMBOL.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty()));
        return this;
    }
}
