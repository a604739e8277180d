package io.cryptolambda.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.merge.MergeRule.Choice;
import io.cryptolambda.core.merge.MergeRule.SpeedKnowledge;
import org.junit.jupiter.api.Test;

class MergeRuleTest {
    private static final long K = 100;

    @Test
    void shouldServeSpeedWhenItIsCompleteAndKnowsSomethingBatchDidNot() {
        assertThat(MergeRule.choose(new SpeedKnowledge(100, true), true, K)).isEqualTo(Choice.SPEED);
        assertThat(MergeRule.choose(new SpeedKnowledge(100, true), false, K)).isEqualTo(Choice.SPEED);
    }

    @Test
    void shouldServeBatchWhenItKnowsAllThatSpeedKnows() {
        assertThat(MergeRule.choose(new SpeedKnowledge(99, true), true, K)).isEqualTo(Choice.BATCH);
    }

    @Test
    void shouldServeBatchRatherThanAnIncompleteSpeedDocument() {
        assertThat(MergeRule.choose(new SpeedKnowledge(200, false), true, K)).isEqualTo(Choice.BATCH);
    }

    @Test
    void shouldServeSpeedProvisionallyForWantOfBatch() {
        assertThat(MergeRule.choose(new SpeedKnowledge(200, false), false, K)).isEqualTo(Choice.PROVISIONAL_SPEED);
        assertThat(MergeRule.choose(new SpeedKnowledge(99, true), false, K)).isEqualTo(Choice.PROVISIONAL_SPEED);
    }

    @Test
    void shouldServeBatchAloneAndNothingOfNothing() {
        assertThat(MergeRule.choose(null, true, K)).isEqualTo(Choice.BATCH);
        assertThat(MergeRule.choose(null, false, K)).isEqualTo(Choice.NOTHING);
    }

    @Test
    void shouldTakeEveryCompleteSpeedDocumentWhereThereIsNoRun() {
        assertThat(MergeRule.choose(new SpeedKnowledge(1L << 44, true), false, 0))
                .isEqualTo(Choice.SPEED);
    }
}
