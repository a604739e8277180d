package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.ConsumerGroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;

/**
 * Whether this instance stays a member of the group when it ends.
 *
 * <p>A static member does, so that the others leave its work to it until it is back; but one that is taken away for good
 * leaves, so that the others take over at once. A signal cannot tell which it is: who takes it away makes the file {@link
 * ConsumerGroups#LEAVING_FILE} in its state directory first.
 *
 * @param instanceId its name as a static member; null if it is none
 * @param stateDirectory where its state is
 */
record GroupMembership(String instanceId, Path stateDirectory) {
    /** What to do at the end. The file is gone afterwards: the next start is a new life. */
    GroupMembershipOperation atEnd() {
        boolean leaves = takeAway(stateDirectory.resolve(ConsumerGroups.LEAVING_FILE)) || instanceId == null;
        return leaves ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP;
    }

    private static boolean takeAway(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
