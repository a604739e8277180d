package io.cryptolambda.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OpenCandlesTest {
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private long nanos = -TimeUnit.HOURS.toNanos(1);
    private final OpenCandles candles =
            new OpenCandles(producer, symbol -> symbol.replace("USDT", "/USDT"), () -> nanos, metrics);

    @Test
    void shouldWriteARunningMinuteToItsOwnTopicWithItsEventTime() {
        candles.open(event("BTCUSDT", "7"));

        ProducerRecord<String, byte[]> record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo(Topics.OPEN_CANDLES);
        assertThat(record.key()).isEqualTo("BTCUSDT");
        Candle candle = ((Parsed.Ok<Candle>) CandleJson.parse(record.value())).value();
        assertThat(candle.pair()).isEqualTo("BTC/USDT");
        assertThat(candle.openTime()).isEqualTo(Candles.START);
        assertThat(candle.ingestedAt()).isEqualTo(Candles.START + 30_000);
    }

    @Test
    void shouldWriteASymbolAtMostOnceASecondWhateverOthersDo() {
        for (int tenth = 0; tenth < 35; tenth++) {
            candles.open(event("BTCUSDT", "7"));
            if (tenth == 5) {
                candles.open(event("ETHUSDT", "8"));
            }
            nanos += TimeUnit.MILLISECONDS.toNanos(100);
        }

        assertThat(producer.history().stream().map(ProducerRecord::key))
                .isEqualTo(List.of("BTCUSDT", "ETHUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"));
    }

    @Test
    void shouldCountWhatIsDropped() {
        candles.open(event("BTCUSDT", "7"));
        producer.errorNext(new TimeoutException("no broker"));
        candles.open(event("ETHUSDT", "seven"));
        candles.open(event("SOLUSDT", "7"));
        producer.completeNext();

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("BTCUSDT", "SOLUSDT");
        assertThat(count("written")).isEqualTo(1);
        assertThat(count("dropped")).isEqualTo(2);
    }

    private double count(String outcome) {
        return metrics.counter("ingest_open_candles", "outcome", outcome).count();
    }

    private static KlineEvent event(String symbol, String price) {
        Kline kline = new Kline(
                symbol, Candles.START, Candles.START + 59_999, price, price, price, price, "1", "7", 1, "1", "7");
        return new KlineEvent(Candles.START + 30_000, "1m", false, kline);
    }
}
