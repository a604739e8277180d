package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits until every stage of the speed layer has passed the cut. */
final class PassedCut {
    private static final long LOOK_MILLIS = 250;
    private static final long PROGRESS_LOOKS = 8;

    private final Stages stages;
    private final Consumer<String> progress;
    private final long deadline;

    PassedCut(Stages stages, Duration timeout, Consumer<String> progress) {
        this.stages = stages;
        this.progress = progress;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /**
     * Returns once Kafka Streams has committed every raw record before the cut, and Flink everything that came of them and the
     * seeds of the last batch run: until it has taken those in, a bar of a symbol with a late candle stays at the run's K.
     *
     * @throws TimeoutException naming the stage that is behind
     */
    void await(Cut cut) throws TimeoutException, InterruptedException, ExecutionException {
        awaitStage("Kafka Streams", () -> stages.streamsBehind(cut.ends()));
        awaitFlink(Topics.FEATURES);
        awaitFlink(Topics.BARS);
    }

    private void awaitFlink(String topic) throws TimeoutException, InterruptedException, ExecutionException {
        Map<Integer, Long> ends = stages.ends(topic);
        awaitStage("Flink, of " + topic + ",", () -> stages.flinkBehind(topic, ends));
    }

    private interface Behind {
        long count() throws ExecutionException, InterruptedException;
    }

    private void awaitStage(String stage, Behind behind)
            throws TimeoutException, InterruptedException, ExecutionException {
        long count = behind.count();
        for (long look = 0; count > 0; look++) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(stage + " is still " + count + " offsets short of the cut");
            }
            if (look % PROGRESS_LOOKS == 0) {
                progress.accept("waiting for " + stage + ": " + count + " offsets short of the cut");
            }
            Thread.sleep(LOOK_MILLIS);
            count = behind.count();
        }
    }
}
