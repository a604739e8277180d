package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.ProcessIdentity;
import io.cryptolambda.local.lambda.process.ProcessState;
import java.util.List;

/**
 * What the supervisor tells other commands.
 *
 * @param supervisor which process it is
 * @param phase how far it is
 * @param settings what it was asked for
 * @param processes its children
 */
public record StackState(
        ProcessIdentity supervisor, Phase phase, StackSettings settings, List<ProcessState> processes) {
    /** The life of a stack. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /** Whether its supervisor still runs; otherwise this is what a dead one left. */
    public boolean running() {
        return supervisor.find().isPresent();
    }
}
