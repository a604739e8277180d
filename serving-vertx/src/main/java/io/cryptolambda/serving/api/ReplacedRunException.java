package io.cryptolambda.serving.api;

/** A cursor of a batch run that is not served any more. */
final class ReplacedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplacedRunException() {
        super("the cursor's batch run has been replaced", null, false, false);
    }
}
