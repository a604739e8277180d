package io.cryptolambda.serving.kline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlineGridTest {
    @ParameterizedTest
    @CsvSource({
        "1d, PT8H,     2024-01-31T15:59:59Z, 2024-01-31T00:00+08:00, 2024-02-01T00:00+08:00",
        "1d, PT8H,     2024-01-31T16:00:00Z, 2024-02-01T00:00+08:00, 2024-02-02T00:00+08:00",
        "1M, PT8H,     2024-01-31T16:00:00Z, 2024-02-01T00:00+08:00, 2024-03-01T00:00+08:00",
        "1M, -PT1H,    2024-03-01T00:30:00Z, 2024-02-01T00:00-01:00, 2024-03-01T00:00-01:00",
        "1w, PT5H30M,  2023-12-31T18:30:00Z, 2024-01-01T00:00+05:30, 2024-01-08T00:00+05:30",
        "1h, PT5H45M,  2024-01-01T00:00:00Z, 2024-01-01T05:00+05:45, 2024-01-01T06:00+05:45",
        "4h, -PT12H,   2024-01-01T11:00:00Z, 2023-12-31T20:00-12:00, 2024-01-01T00:00-12:00",
        "5m, PT8H,     2024-01-01T00:07:00Z, 2024-01-01T08:05+08:00, 2024-01-01T08:10+08:00",
    })
    void shouldBeginAndEndByTheClockOfTheZone(
            String interval, Duration shift, Instant time, OffsetDateTime begin, OffsetDateTime end) {
        KlineGrid grid = new KlineGrid(KlineInterval.parse(interval).orElseThrow(), shift.toMillis());

        assertThat(Instant.ofEpochMilli(grid.openTime(time.toEpochMilli()))).isEqualTo(begin.toInstant());
        assertThat(Instant.ofEpochMilli(grid.end(time.toEpochMilli()))).isEqualTo(end.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "1d, PT0H, 1d, 1",
        "1d, PT8H, 4h, 6",
        "1d, PT5H, 1h, 24",
        "1d, PT5H30M, 15m, 96",
        "1d, PT1M, 1m, 1440",
        "1h, PT8H, 1h, 1",
        "12h, PT8H, 4h, 3",
        "3m, PT8H, 1m, 3",
        "1M, PT8H, 4h, 186",
    })
    void shouldBeMadeOfTheLongestBarsThatLieWithin(String interval, Duration shift, String source, int most) {
        KlineGrid grid = new KlineGrid(KlineInterval.parse(interval).orElseThrow(), shift.toMillis());

        assertThat(grid.source().text()).isEqualTo(source);
        assertThat(grid.most()).isEqualTo(most);
    }
}
