package io.cryptolambda.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void shouldFindAProcessThatStillRuns() {
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void shouldNotTakeAnotherProcessWithTheSamePidForIt() {
        assertThat(new ProcessIdentity(self.pid(), self.startedAt() - 60_000).find())
                .isEmpty();
    }
}
