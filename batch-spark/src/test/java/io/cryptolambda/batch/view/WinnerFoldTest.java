package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinnerFoldTest {
    private static final Candle A = Candles.candle(0, "100.00");
    private static final Candle B = Candles.candle(0, "101.00");

    @Test
    void shouldLetADuplicateChangeNothing() {
        Winner winner = only(A, A, A);

        assertThat(winner.candle()).isEqualTo(A);
        assertThat(winner.position().asOf()).isEqualTo(winner.firstSeen().asOf());
        assertThat(winner.records()).isEqualTo(3);
        assertThat(winner.revisions()).isZero();
    }

    @Test
    void shouldLetTheLaterRevisionWinEvenIfItRestoresTheFirst() {
        List<LogCandle> log = RandomLog.positioned(List.of(A, A, B, A), 0, 0);

        Winner winner = new WinnerFold(log.iterator()).next();

        assertThat(winner.candle()).isEqualTo(A);
        assertThat(winner.position()).isEqualTo(log.get(3).position());
        assertThat(winner.firstSeen()).isEqualTo(log.get(0).position());
        assertThat(winner.revisions()).isEqualTo(2);
    }

    private static Winner only(Candle... records) {
        WinnerFold fold =
                new WinnerFold(RandomLog.positioned(List.of(records), 0, 0).iterator());
        Winner winner = fold.next();
        assertThat(fold.hasNext()).isFalse();
        return winner;
    }
}
