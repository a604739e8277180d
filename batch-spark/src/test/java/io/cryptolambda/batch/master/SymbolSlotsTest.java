package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolSlotsTest {

    @Test
    void shouldGiveEachPartitionANumberOfItsOwn() {
        for (int count : new int[] {1, 2, 3, 50, 500}) {
            int symbols = count;
            assertThat(IntStream.range(0, count).map(i -> SymbolSlots.slot(i, symbols)))
                    .doesNotHaveDuplicates()
                    .hasSize(count);
        }
    }
}
