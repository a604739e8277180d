package io.cryptolambda.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectBudgetTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private long nanos = Long.MAX_VALUE - WINDOW.toNanos() / 2; // the clock of nanoseconds may overflow
    private final ConnectBudget budget = new ConnectBudget(() -> nanos);

    @Test
    void shouldNeverConnectThreeHundredTimesInFiveMinutesHoweverOftenConnectionsAreLost() {
        Random random = new Random(1);
        Deque<Long> made = new ArrayDeque<>();
        int most = 0;
        for (int i = 0; i < 5_000; i++) {
            nanos += random.nextInt(400_000_000);
            Duration wait = budget.take();
            if (!wait.isZero()) {
                nanos += wait.toNanos();
                assertThat(budget.take()).as("after the wait that it named").isEqualTo(Duration.ZERO);
            }
            made.add(nanos);
            while (nanos - made.peek() >= WINDOW.toNanos()) {
                made.poll();
            }
            most = Math.max(most, made.size());
        }

        assertThat(most).isBetween(200, 299);
    }

    @Test
    void shouldSayHowLongToWait() {
        for (int i = 0; i < 250; i++) {
            assertThat(budget.take()).isEqualTo(Duration.ZERO);
        }
        nanos += Duration.ofMinutes(1).toNanos();

        assertThat(budget.take()).isEqualTo(Duration.ofMinutes(4));
    }
}
