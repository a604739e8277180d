package io.cryptolambda.speed.kstreams;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a failed stream thread: replaced where Kafka failed; where anything else did, or the raw topic is gone,
 * the process ends, so that it is restarted. Its transaction is aborted in both cases: nothing is lost or doubled.
 */
final class ReplaceOrStop implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReplaceOrStop.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean dependency = root instanceof KafkaException && !(root instanceof MissingSourceTopicException);
        StreamThreadExceptionResponse response = dependency
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        LOG.error(
                "event=thread_failed response={} cause={}",
                response,
                root.getClass().getSimpleName(),
                exception);
        return response;
    }
}
