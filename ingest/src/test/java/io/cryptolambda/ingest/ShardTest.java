package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShardTest {
    private final Shard.Converter converter = new Shard.Converter();

    @Test
    void shouldGiveEverySymbolToExactlyOneAndEachAFairShare() {
        int[] sizes = new int[4];
        for (int i = 0; i < 1_000; i++) {
            String symbol = "SYM" + i + "USDT";
            int[] owners = IntStream.range(0, 4)
                    .filter(index -> new Shard(index, 4).has(symbol))
                    .toArray();
            assertThat(owners).hasSize(1);
            sizes[owners[0]]++;
        }
        assertThat(sizes).satisfies(all -> assertThat(IntStream.of(all)).allMatch(size -> size > 200));
    }

    @Test
    void shouldKeepToItsSharesForEver() {
        // A change here moves symbols between running ingests.
        assertThat(new Shard(0, 2).has("ETHUSDT")).isTrue();
        assertThat(new Shard(1, 2).has("BTCUSDT")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2/2", "-1/2", "0/0", "1/2/3", "a/b", "0/99999"})
    void shouldRefuseWhatIsNoShare(String text) {
        assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void shouldReadAShare() {
        assertThat(converter.convert("1/3")).isEqualTo(new Shard(1, 3)).hasToString("1/3");
    }
}
