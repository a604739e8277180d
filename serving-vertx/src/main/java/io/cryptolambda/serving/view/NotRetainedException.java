package io.cryptolambda.serving.view;

/** 1-minute rows were asked for that are older than those kept for reading. The store has them, serving has not. */
public final class NotRetainedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final long retainedFrom;

    NotRetainedException(String parameter, long retainedFrom) {
        super(parameter + " lies before retained_from, " + retainedFrom
                + ": older 1-minute rows are not served, bars of the other intervals are");
        this.parameter = parameter;
        this.retainedFrom = retainedFrom;
    }

    /** The request's parameter that lies too far back. */
    public String parameter() {
        return parameter;
    }

    /** The oldest open time that is served, epoch milliseconds UTC. */
    public long retainedFrom() {
        return retainedFrom;
    }
}
