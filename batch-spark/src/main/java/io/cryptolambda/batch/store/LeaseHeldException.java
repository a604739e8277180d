package io.cryptolambda.batch.store;

/** Another batch run holds the lease of the store. */
public final class LeaseHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseHeldException(LeaseState state) {
        super("batch run " + state.holder() + " is under way (its lease runs until " + state.expiresAt()
                + "); try again when it has ended, or wait for it with --lease-wait");
    }
}
