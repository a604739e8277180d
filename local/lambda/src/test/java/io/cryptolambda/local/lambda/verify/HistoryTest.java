package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.oracle.LoggedCandle;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long MINUTE = 60_000;
    private static final int DAY = 1_440;

    @Test
    void shouldPutAnImportedRowAfterTheRecordWhosePositionItShares() {
        List<LoggedCandle> merged = History.merge(at(0, 1, 4, 4), at(4, 5));

        assertThat(merged).extracting(LoggedCandle::position).containsExactly(0L, 1L, 4L, 4L, 4L, 5L);
        assertThat(merged.get(2).appendTime()).as("the log's own comes first").isEqualTo(LOG_TIME);
    }

    @Test
    void shouldAwaitTheNextRunForACandleBeyondTheHorizonThatTheLastDoesNotKnow() {
        LoggedCandle newest = minute(DAY + 10, 0);
        LoggedCandle within = minute(10, 1);
        LoggedCandle beyond = minute(9, 2);
        List<LoggedCandle> log = List.of(newest, within, beyond);

        Awaited awaited = Awaited.in(log, 2);
        assertThat(awaited.taken()).containsExactly(newest, within);
        assertThat(awaited.published()).containsExactly(newest, within);
        assertThat(awaited.since()).isEqualTo(2);
        assertThat(awaited.any()).isTrue();
        assertThat(Awaited.in(log, 3).any()).isFalse();
    }

    private static final long LOG_TIME = 2;

    private static List<LoggedCandle> at(long... positions) {
        boolean log = positions[0] == 4;
        return LongStream.of(positions)
                .mapToObj(position -> new LoggedCandle(Candles.candle(0, "1"), position, log ? LOG_TIME : 1))
                .toList();
    }

    private static LoggedCandle minute(int number, long position) {
        return new LoggedCandle(Candles.candle(number, "1"), position, 0);
    }
}
