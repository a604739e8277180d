package io.cryptolambda.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Topics;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.cryptolambda.ingest.feed.Outgoing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class CandleLogTest {
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final Acknowledgements acknowledgements =
            new Acknowledgements(new ExchangeTime(), new SimpleMeterRegistry());
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final CandleLog log = new CandleLog(producer, acknowledgements, broken::set);

    @Test
    void shouldCountWhatTheLogConfirmsOnly() throws InterruptedException {
        acknowledgements.found(Map.of("BTCUSDT", 1L, "ETHUSDT", 2L));
        log.send(new Outgoing("BTCUSDT", 60_000, new byte[] {1}, 0));
        log.send(new Outgoing("BTCUSDT", 120_000, new byte[] {2}, 0));
        log.send(new Outgoing("BTCUSDT", -1, new byte[] {3}, 0));
        assertThat(acknowledgements.pending()).isEqualTo(3);

        producer.completeNext();

        assertThat(acknowledgements.newest()).isEqualTo(Map.of("BTCUSDT", 60_000L, "ETHUSDT", 2L));
        assertThat(acknowledgements.pending()).isEqualTo(2);
        assertThat(acknowledgements.total()).isEqualTo(1);

        producer.completeNext();
        producer.completeNext();

        assertThat(acknowledgements.newest()).containsEntry("BTCUSDT", 120_000L);
        assertThat(acknowledgements.pending()).isZero();
    }

    @Test
    void shouldSendToTheRawTopicByTheSymbol() throws InterruptedException {
        log.send(new Outgoing("BTCUSDT", 60_000, new byte[] {1}, 0));

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.RAW);
            assertThat(record.key()).isEqualTo("BTCUSDT");
        });
    }

    @Test
    void shouldReportARecordThatWasRefusedForGood() throws InterruptedException {
        log.send(new Outgoing("BTCUSDT", 60_000, new byte[] {1}, 0));

        producer.errorNext(new RecordTooLargeException());

        assertThat(broken.get()).isInstanceOf(RecordTooLargeException.class);
        assertThat(acknowledgements.newest()).isEmpty();
    }
}
