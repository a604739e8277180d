package io.cryptolambda.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRecordsTest {
    @Test
    void shouldTellTheLastPositionOfEachPartition() {
        long[] last = new long[FeatureRecords.PARTITIONS];
        FeatureRecords.make(1_234, candle -> last[candle.partition()] = candle.asOf());

        assertThat(FeatureRecords.lastPositions(1_234)).isEqualTo(last);
    }

    @Test
    void shouldMakeTheSameRecordsEachTime() {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        FeatureRecords.make(300, first::add);
        FeatureRecords.make(300, second::add);

        assertThat(first).hasSize(300).isEqualTo(second);
    }
}
