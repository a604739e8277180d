package io.cryptolambda.serving.tail;

import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.serving.testing.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader on a real broker that goes away. */
class TailReaderIT {
    @TempDir
    private Path directory;

    @Test
    void shouldBeCurrentWhileNothingIsWrittenAndNotWhereNobodyAnswers() throws Exception {
        Tail tail = new Tail(TailBounds.ofHeap(10));
        TailMetrics metrics = TailMetrics.in(new SimpleMeterRegistry(), tail);
        TestKafka kafka = TestKafka.start(directory);
        try (TailReader reader =
                new TailReader(KafkaAccess.at(kafka.address()), tail, new EventLog(10), metrics).start()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(reader::current);
            Awaitility.await().during(Duration.ofSeconds(4)).until(reader::current);

            kafka.close();

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !reader.current());
        } finally {
            kafka.close();
        }
    }
}
