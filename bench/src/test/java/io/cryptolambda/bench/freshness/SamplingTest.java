package io.cryptolambda.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final long MINUTE = 60_000;

    @Test
    void shouldWatchThreeSymbolsEachMinuteAndAllInTheEnd() {
        List<String> names =
                IntStream.range(0, 500).mapToObj(i -> "S" + i + "USDT").toList();
        Sampling sampling = new Sampling(names, 3);

        assertThat(LongStream.range(0, 1_000)).allSatisfy(minute -> assertThat(names)
                .filteredOn(name -> sampling.of(name, minute * MINUTE))
                .hasSize(3));
        assertThat(names).allSatisfy(name -> assertThat(
                        LongStream.range(0, 1_000).filter(minute -> sampling.of(name, minute * MINUTE)))
                .isNotEmpty());
    }
}
