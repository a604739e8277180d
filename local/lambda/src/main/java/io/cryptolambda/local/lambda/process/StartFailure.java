package io.cryptolambda.local.lambda.process;

import java.nio.file.Path;
import java.util.Optional;

/** A part of the stack did not come up. The message says which and why. */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path log;

    /** @param log the log that tells more, null if there is none */
    public StartFailure(String message, Path log) {
        super(message);
        this.log = log;
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
        this.log = null;
    }

    public Optional<Path> log() {
        return Optional.ofNullable(log);
    }
}
