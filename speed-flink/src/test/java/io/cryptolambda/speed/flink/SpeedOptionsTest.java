package io.cryptolambda.speed.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedOptionsTest {
    @Test
    void shouldHaveDefaultsForOneMachine() {
        SpeedOptions options = SpeedOptions.parse();

        assertThat(options.kafka.access().bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(options.elasticsearch.access().address()).isEqualTo(URI.create("http://127.0.0.1:9200"));
        assertThat(options.horizon).isEqualTo(Duration.ofHours(24));
        assertThat(options.checkpointInterval).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.stateBackend).isEqualTo(SpeedOptions.StateBackend.rocksdb);
        assertThat(options.parallelism).isZero();
    }

    @Test
    void shouldReadEveryOption() {
        SpeedOptions options = SpeedOptions.parse(
                "--kafka", "k:1",
                "--elasticsearch", "http://e:2",
                "--horizon", "2h",
                "--checkpoint-interval", "500ms",
                "--state-backend", "hashmap",
                "--parallelism", "3");

        assertThat(options.kafka.access().bootstrapServers()).isEqualTo("k:1");
        assertThat(options.elasticsearch.access().address()).isEqualTo(URI.create("http://e:2"));
        assertThat(options.horizon).isEqualTo(Duration.ofHours(2));
        assertThat(options.checkpointInterval).isEqualTo(Duration.ofMillis(500));
        assertThat(JobEnvironment.configuration(options).get(StateBackendOptions.STATE_BACKEND))
                .isEqualTo("hashmap");
        assertThat(options.parallelism).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "--horizon, tomorrow",
        "--horizon, 0",
        "--checkpoint-interval, 0",
        "--state-backend, memory",
        "--parallelism, -1",
        "--elasticsearch, nowhere",
        "--elastic, http://127.0.0.1:9200"
    })
    void shouldNameTheOptionThatIsWrong(String option, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeedOptions.parse(option, value))
                .withMessageContaining(option);
    }

    @Test
    void shouldTellItsUsageWithoutExiting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeedOptions.parse("--help"))
                .withMessageContaining("--checkpoint-interval");
    }
}
