package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolBlocksTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void shouldPutTogetherWhatIsOfOneSymbolAndKeepItsOrder() {
        List<LogRecord> log = new ArrayList<>();
        for (int offset = 0; offset < 90; offset++) {
            log.add(record(offset, List.of("ETHUSDT", "BTCUSDT", "SOLUSDT").get(offset % 3), 10));
        }

        assertThat(offsets(log).subList(0, 30)).isSorted().allMatch(offset -> offset % 3 == 1);
        assertThat(offsets(log).subList(30, 60)).isSorted().allMatch(offset -> offset % 3 == 0);
        assertThat(offsets(log).subList(60, 90)).isSorted().allMatch(offset -> offset % 3 == 2);
    }

    @Test
    void shouldLoseNothingHoweverLargeRecordsAre() {
        List<LogRecord> log = new ArrayList<>();
        for (int offset = 0; offset < 40; offset++) {
            log.add(record(offset, "SYM" + offset % 7, MEGABYTE));
        }

        assertThat(offsets(log)).hasSize(40).doesNotHaveDuplicates();
        // A block ends where it is full, and so does what is put together.
        assertThat(offsets(log).subList(0, 16)).allMatch(offset -> offset < 16);
    }

    @Test
    void shouldTakeRecordsWithoutKeyOrValue() {
        assertThat(offsets(Arrays.asList(
                        record(0, "BTCUSDT", 3), new LogRecord(0, 1, 0, null, null), record(2, "BTCUSDT", 3))))
                .containsExactly(1L, 0L, 2L);
    }

    private static LogRecord record(long offset, String key, int length) {
        return new LogRecord(0, offset, 0, key.getBytes(StandardCharsets.UTF_8), new byte[length]);
    }

    private static List<Long> offsets(List<LogRecord> log) {
        List<Long> offsets = new ArrayList<>();
        new SymbolBlocks(log.iterator()).forEachRemaining(record -> offsets.add(record.offset()));
        return offsets;
    }
}
