package io.cryptolambda.speed.kstreams;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CandleChunkTest {
    @Test
    void shouldHoldTheNewestOfEachMinuteInOrderWhateverTheOrderOfTheirComing() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            CandleChunk chunk = new CandleChunk();
            TreeMap<Long, LoggedCandle> expected = new TreeMap<>();
            for (int i = 0; i < 40; i++) {
                LoggedCandle next = logged(random.nextInt(15), i);
                chunk.put(next);
                expected.put(next.candle().openTime(), next);
                if (random.nextInt(5) == 0) {
                    chunk = CandleChunk.decode(chunk.encode());
                }
            }

            assertThat(CandleChunk.decode(chunk.encode()).candles())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(expected.values());
            assertThat(chunk.get(expected.firstKey()))
                    .isEqualTo(expected.firstEntry().getValue());
        }
    }

    @Test
    void shouldBeginAtEachQuarterOfAnHour() {
        assertThat(List.of(START, START + 14 * 60_000L, START + 15 * 60_000L))
                .extracting(CandleChunk::startOf)
                .containsExactly(START, START, START + 15 * 60_000L);
    }

    @Test
    void shouldSayWhenTheStoreIsBroken() {
        CandleChunk chunk = new CandleChunk();
        chunk.put(logged(0, 0));
        byte[] whole = chunk.encode();

        assertThatThrownBy(() -> CandleChunk.decode(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
    }

    private static LoggedCandle logged(int minute, int number) {
        return new LoggedCandle(candle(minute, Integer.toString(100 + number)), number, 1_000 + number);
    }
}
