package io.cryptolambda.serving.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog events = new EventLog(4);

    @Test
    void shouldTellEverythingAfterAnEventWhileItIsKept() {
        append(6);

        assertThat(events.last()).isEqualTo(6);
        assertThat(sequences(2)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(sequences(6)).isEmpty();
    }

    @Test
    void shouldSayWhereEventsAreNotKnownAnyMore() {
        append(6);

        assertThat(events.after(1)).as("the second is gone").isEmpty();
        assertThat(events.after(7)).as("never was").isEmpty();
        assertThat(events.after(-1)).isEmpty();
    }

    @Test
    void shouldTellListenersInOrder() {
        List<Long> heard = new ArrayList<>();
        events.listen(batch -> batch.forEach(event -> heard.add(event.sequence())));
        append(9);

        assertThat(heard)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 9).boxed().toList());
    }

    private List<Long> sequences(long after) {
        return events.after(after).orElseThrow().stream()
                .map(TailEvent::sequence)
                .toList();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            SeriesKey key = new SeriesKey("BTCUSDT", Interval.ONE_HOUR);
            events.append(List.of(new TailDocument(key, i, i, 0, true, null, new byte[0])));
        }
    }
}
