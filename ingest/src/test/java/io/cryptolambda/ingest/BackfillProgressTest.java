package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BackfillProgressTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(BackfillProgress.class);
    private final ListAppender<ILoggingEvent> shown = new ListAppender<>();
    private long nanos = 1;

    @BeforeEach
    void watch() {
        logger.setLevel(Level.INFO);
        shown.start();
        logger.addAppender(shown);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(shown);
        logger.setLevel(null);
    }

    @Test
    void shouldShowABarThatGrowsEveryTwoSecondsAtMost() {
        BackfillProgress progress = new BackfillProgress(() -> nanos);

        progress.accept(0.1);
        after(1_999);
        progress.accept(0.25);
        assertThat(shown.list).isEmpty();

        after(1);
        progress.accept(0.25);
        after(2_000);
        progress.accept(0.2501);
        after(2_000);
        progress.accept(1.0);

        assertThat(shown.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "event=backfill [#####...............] percent=25",
                        "event=backfill [####################] percent=100");
    }

    private void after(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
