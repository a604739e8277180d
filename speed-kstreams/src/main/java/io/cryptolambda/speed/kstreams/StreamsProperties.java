package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.LiveRecords;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The options as Kafka Streams configuration. */
final class StreamsProperties {
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;
    private static final int POLL_MILLIS = 10;
    private static final long RECORD_CACHE_BYTES = 16L << 20;
    private static final int BATCH_BYTES = 128 << 10;
    private static final int RETRY_BACKOFF_MILLIS = 5;

    private StreamsProperties() {}

    static Properties of(StreamsOptions options) {
        Properties properties = new Properties();
        properties.putAll(options.kafka.access().with(Map.of()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ConsumerGroups.STREAMS);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, options.stateDirectory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // That of live records is kept by LiveCommits.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, LiveRecords.CATCHING_UP_MILLIS);
        // A thread that waits longer for records does not look meanwhile whether it is time to commit.
        properties.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, options.threads);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, options.standbyReplicas);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, RECORD_CACHE_BYTES);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // The state is bounded and restored in seconds: a task moves to a new instance at once, not after a warm-up.
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        // Room for the headers of a dead letter near the broker's own limit.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 << 20);
        // A record has a kilobyte: the default is full after fourteen.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // The first records of a transaction are refused until the markers of the one before are written, some
        // milliseconds: waiting the default of 100 each time would be as long as the transaction itself.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MILLIS);
        if (options.instanceId != null) {
            properties.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), options.instanceId);
        }
        return properties;
    }
}
