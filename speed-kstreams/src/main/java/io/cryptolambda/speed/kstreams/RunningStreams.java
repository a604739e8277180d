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
    private final GroupMembership membership;
    private final InputLag lag;
    private final long readyLag;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Takes over {@code streams}, not yet started.
     *
     * @param membership whether the group waits for it to come back
     * @param lag how far it is behind
     * @param readyLag raw records that it may be behind and still be ready
     */
    RunningStreams(KafkaStreams streams, GroupMembership membership, InputLag lag, long readyLag) {
        this.streams = streams;
        this.membership = membership;
        this.lag = lag;
        this.readyLag = readyLag;
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

    /** Whether it processes records, and is not so far behind that its results are old. */
    boolean isReady() {
        return streams.state() == State.RUNNING && lag.records() <= readyLag;
    }

    String state() {
        return streams.state().name();
    }

    private void close() {
        GroupMembershipOperation operation = membership.atEnd();
        boolean complete = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(operation));
        LOG.info("event=closed complete={} membership={}", complete, operation);
    }

    private void changed(State now, State before) {
        LOG.info("event=state from={} to={}", before, now);
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            ended.countDown();
        }
    }
}
