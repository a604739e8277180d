package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.ConsumerGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupMembershipTest {
    @TempDir
    Path state;

    @Test
    void shouldKeepAStaticMembersPlaceOverARestart() {
        assertThat(new GroupMembership("streams-1", state).atEnd()).isEqualTo(GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    @Test
    void shouldLeaveWhereItIsTakenAwayForGoodAndOnlyThen() throws IOException {
        Files.createFile(state.resolve(ConsumerGroups.LEAVING_FILE));
        GroupMembership membership = new GroupMembership("streams-1", state);

        assertThat(membership.atEnd()).isEqualTo(GroupMembershipOperation.LEAVE_GROUP);
        assertThat(membership.atEnd()).isEqualTo(GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    @Test
    void shouldLeaveWhereItHasNoNameToComeBackBy() {
        assertThat(new GroupMembership(null, state).atEnd()).isEqualTo(GroupMembershipOperation.LEAVE_GROUP);
    }
}
