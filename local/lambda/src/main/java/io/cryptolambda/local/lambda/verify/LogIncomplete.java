package io.cryptolambda.local.lambda.verify;

/** The raw topic no longer holds everything from offset 0 on. */
final class LogIncomplete extends RuntimeException {
    LogIncomplete(String message) {
        super(message);
    }
}
