package io.cryptolambda.local.lambda.status;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** One question to a part that may be away. */
final class Reading {
    private Reading() {}

    /** The answer, or null if the part could not be reached or did not answer in time. */
    static <T> T orNull(Callable<T> question) {
        try {
            return question.call();
        } catch (IOException | ExecutionException | KafkaException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
