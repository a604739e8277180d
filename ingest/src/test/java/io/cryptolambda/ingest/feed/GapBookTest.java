package io.cryptolambda.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger had when ingest was started anew. */
class GapBookTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long FOUND = 1_704_067_200_000L;

    @Test
    void shouldAskForAGapOfTheLedgerAnHourAndADayAfterItWasFoundAndThenLeaveIt() {
        GapBook book = new GapBook(List.of(gap(0, 1)));

        assertThat(book.due(FOUND + HOUR - 1, 4)).isEmpty();
        assertThat(book.due(FOUND + HOUR, 4)).containsExactly(gap(0, 1));
        assertThat(book.due(FOUND + HOUR, 4)).as("while it is being asked for").isEmpty();

        book.add(gap(0, 2));
        assertThat(book.due(FOUND + 24 * HOUR - 1, 4)).isEmpty();
        assertThat(book.due(FOUND + 24 * HOUR, 4)).containsExactly(gap(0, 2));

        book.add(gap(0, 3));
        assertThat(book.due(FOUND + 10_000 * HOUR, 4)).isEmpty();
    }

    @Test
    void shouldLeaveAGapThatWasAskedForThreeTimesBeforeTheStart() {
        assertThat(new GapBook(List.of(gap(0, 3))).due(FOUND + 10_000 * HOUR, 4))
                .isEmpty();
    }

    @Test
    void shouldAskAgainLaterWhereThereWasNoAnswer() {
        GapBook book = new GapBook(List.of(gap(0, 1)));
        book.due(FOUND + HOUR, 4);

        book.notAnswered(gap(0, 1), FOUND + HOUR);

        assertThat(book.due(FOUND + HOUR + 9 * MINUTE, 4)).isEmpty();
        assertThat(book.due(FOUND + HOUR + 10 * MINUTE, 4)).hasSize(1);
    }

    @Test
    void shouldAskForAFewAtATime() {
        GapBook book = new GapBook(List.of(gap(0, 1), gap(10, 1), gap(20, 1)));

        assertThat(book.due(FOUND + HOUR, 2)).containsExactly(gap(0, 1), gap(10, 1));
        book.add(gap(0, 2));
        assertThat(book.due(FOUND + HOUR, 2)).containsExactly(gap(20, 1));
    }

    private static Gap gap(long minute, int asked) {
        long from = FOUND - 100 * MINUTE + minute * MINUTE;
        return new Gap("binance", "BTCUSDT", from, from + 2 * MINUTE, Gap.Cause.EXCHANGE, FOUND, FOUND, asked);
    }
}
