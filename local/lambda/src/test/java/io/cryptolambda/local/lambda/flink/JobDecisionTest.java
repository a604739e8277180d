package io.cryptolambda.local.lambda.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobDecisionTest {
    private final Optional<JobRecord> ours = Optional.of(new JobRecord("a", "speed", false));
    private final Optional<JobRecord> cancelled = Optional.of(new JobRecord("a", "speed", true));

    @Test
    void shouldSubmitTheFirstTime() {
        assertThat(JobDecision.decide(Optional.empty(), List.of())).isEqualTo(new JobDecision.Submit());
    }

    @Test
    void shouldSubmitToAJobManagerThatHasForgottenIt() {
        assertThat(JobDecision.decide(ours, List.of())).isEqualTo(new JobDecision.Submit());
    }

    @Test
    void shouldSubmitAfterFlinkHasGivenTheJobUp() {
        assertThat(JobDecision.decide(ours, List.of(job("a", "FAILED")))).isEqualTo(new JobDecision.Submit());
    }

    @Test
    void shouldKeepAJobThatIsRestarting() {
        JobStatus restarting = job("a", "RESTARTING");

        assertThat(JobDecision.decide(ours, List.of(restarting))).isEqualTo(new JobDecision.Keep(restarting));
    }

    @Test
    void shouldLeaveAJobAloneThatAUserHasCancelledOrStopped() {
        assertThat(JobDecision.decide(ours, List.of(job("a", "CANCELED")))).isEqualTo(new JobDecision.StayCancelled());
        assertThat(JobDecision.decide(ours, List.of(job("a", "FINISHED")))).isEqualTo(new JobDecision.StayCancelled());
    }

    @Test
    void shouldRememberTheCancellationAfterAJobManagerRestart() {
        assertThat(JobDecision.decide(cancelled, List.of())).isEqualTo(new JobDecision.StayCancelled());
    }

    @Test
    void shouldTakeUpTheJobThatAUserSubmittedAgain() {
        JobStatus again = job("b", "RUNNING");

        assertThat(JobDecision.decide(cancelled, List.of(job("a", "CANCELED"), again)))
                .isEqualTo(new JobDecision.Keep(again));
    }

    private static JobStatus job(String id, String state) {
        return new JobStatus(id, "speed", state, 1);
    }
}
