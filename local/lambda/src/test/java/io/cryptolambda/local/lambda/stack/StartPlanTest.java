package io.cryptolambda.local.lambda.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.local.lambda.process.StartFailure;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartPlanTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void shouldRunAStepAfterThoseItNames() throws Exception {
        new StartPlan(List.of(step("kafka"), step("topics", "kafka"), step("ingest", "topics"))).run();

        assertThat(done).containsExactly("kafka", "topics", "ingest");
    }

    @Test
    void shouldRunStepsAtTheSameTimeThatDoNotNeedEachOther() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Step.Action meet = () -> {
            both.countDown();
            both.await();
        };

        new StartPlan(List.of(new Step("kafka", List.of(), meet), new Step("s3", List.of(), meet))).run();

        assertThat(both.getCount()).isZero();
    }

    @Test
    void shouldFailAtOnceWithTheFirstFailureAndStartNothingAfterIt() {
        Step broken = new Step("kafka", List.of(), () -> {
            throw new StartFailure("kafka ended with exit code 1 before it was ready", (Throwable) null);
        });
        Step never = new Step("s3", List.of(), () -> new CountDownLatch(1).await());

        assertThatThrownBy(() -> new StartPlan(List.of(broken, never, step("topics", "kafka"))).run())
                .isInstanceOf(StartFailure.class)
                .hasMessage("kafka ended with exit code 1 before it was ready");
        assertThat(done).isEmpty();
    }

    private Step step(String name, String... after) {
        return new Step(name, List.of(after), () -> done.add(name));
    }
}
