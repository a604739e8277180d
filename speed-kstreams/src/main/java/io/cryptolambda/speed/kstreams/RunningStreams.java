package io.cryptolambda.speed.kstreams;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a {@link KafkaStreams}: from its start to its end, by itself or by SIGTERM. */
final class RunningStreams {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final CloseOptions closing;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Takes over {@code streams}, not yet started.
     *
     * @param staysMember whether the group waits for it to come back: a static member
     */
    RunningStreams(KafkaStreams streams, boolean staysMember) {
        this.streams = streams;
        this.closing = CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(
                        staysMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
        streams.setUncaughtExceptionHandler(new ReplaceOrStop());
        streams.setStateListener(this::changed);
    }

    /** Starts it and returns when it has ended: whether it ended well. */
    boolean run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        streams.start();
        ended.await();
        return streams.state() != State.ERROR;
    }

    /** Whether it has not failed. */
    boolean isLive() {
        State state = streams.state();
        return state != State.ERROR && state != State.PENDING_ERROR;
    }

    /** Whether it processes records. */
    boolean isReady() {
        return streams.state() == State.RUNNING;
    }

    String state() {
        return streams.state().name();
    }

    private void close() {
        boolean complete = streams.close(closing);
        LOG.info("event=closed complete={}", complete);
    }

    private void changed(State now, State before) {
        LOG.info("event=state from={} to={}", before, now);
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            ended.countDown();
        }
    }
}
