package io.cryptolambda.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.ingest.feed.SymbolLane.Verdict;
import org.junit.jupiter.api.Test;

class SymbolLaneTest {
    private static final long START = 1_704_067_200_000L;
    private static final long MINUTE = 60_000;

    private final SymbolLane lane = SymbolLane.after("BTCUSDT", "BTC/USDT", START);

    @Test
    void shouldTellKnownNextAndAhead() {
        assertThat(lane.judge(START - MINUTE)).isEqualTo(Verdict.KNOWN);
        assertThat(lane.judge(START)).isEqualTo(Verdict.KNOWN);
        assertThat(lane.judge(START + MINUTE)).isEqualTo(Verdict.NEXT);
        assertThat(lane.judge(START + 2 * MINUTE)).isEqualTo(Verdict.AHEAD);
    }

    @Test
    void shouldCountTheMinutesThatWereNotThere() {
        assertThat(lane.missingBefore(START + MINUTE)).isZero();
        lane.pass(START + MINUTE);
        assertThat(lane.missingBefore(START + 5 * MINUTE)).isEqualTo(3);
    }

    @Test
    void shouldNotCountWhatLiesBeforeTheFirstCandleOfAll() {
        SymbolLane fresh = SymbolLane.startingAt("BTCUSDT", "BTC/USDT", START);

        assertThat(fresh.judge(START)).isEqualTo(Verdict.NEXT);
        assertThat(fresh.missingBefore(START + 10 * MINUTE)).isZero();
    }

    @Test
    void shouldBeBehindOnceTheNextMinuteHasClosed() {
        assertThat(lane.behind(START + 2 * MINUTE - 1)).isFalse();
        assertThat(lane.behind(START + 2 * MINUTE)).isTrue();
    }

    @Test
    void shouldNeverPassOutOfOrder() {
        assertThatThrownBy(() -> lane.pass(START)).isInstanceOf(IllegalStateException.class);
    }
}
