package io.cryptolambda.batch.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.testing.SeedReader;
import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.BarSeedsJson;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seeds in a real Kafka. */
class SeedTopicIT {
    private final SeedReader reader = new SeedReader(TestServers.kafka());
    private final SeedTopic topic = new SeedTopic(KafkaAccess.at(TestServers.kafka()));

    @BeforeEach
    void seed() {
        topic.write(seeds("before", 3), () -> {});
    }

    @Test
    void shouldMakeAllSeedsOfARunVisible() {
        assertThat(topic.write(seeds("after", 3), () -> {})).isEqualTo(3);

        assertThat(runIds()).hasSize(3).containsOnly("after");
    }

    @Test
    void shouldMakeNoneVisibleIfOneCannotBeMade() {
        Iterator<Seed> broken = Stream.<Iterator<Seed>>of(seeds("broken", 2), failing())
                .flatMap(rows -> Stream.generate(rows::next).limit(2))
                .iterator();

        assertThatThrownBy(() -> topic.write(broken, () -> {})).hasMessageContaining("cannot be made");

        assertThat(runIds()).containsOnly("before");
    }

    @Test
    void shouldMakeNoneVisibleIfTheLeaseIsLost() {
        assertThatThrownBy(() -> topic.write(seeds("stalled", 3), () -> {
                    throw new IllegalStateException("taken over");
                }))
                .hasMessageContaining("taken over");

        assertThat(runIds()).containsOnly("before");
    }

    @Test
    void shouldSayWhatToDoIfTheBrokerIsAway() {
        SeedTopic nowhere = new SeedTopic(KafkaAccess.at("127.0.0.1:1"), 500);

        assertThatThrownBy(() -> nowhere.write(seeds("lost", 1), () -> {}))
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("run again");
    }

    private List<String> runIds() {
        return reader.newest().entrySet().stream()
                .filter(seeds -> seeds.getKey().startsWith("SEEDTEST"))
                .map(seeds -> seeds.getValue().runId())
                .toList();
    }

    private static Iterator<Seed> seeds(String runId, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new BarSeeds("binance", "SEEDTEST" + i, Interval.ONE_HOUR, runId, 0, 17, true, List.of()))
                .map(seeds -> new Seed(seeds.key(), BarSeedsJson.write(seeds)))
                .iterator();
    }

    private static Iterator<Seed> failing() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Seed next() {
                throw new IllegalStateException("cannot be made");
            }
        };
    }
}
