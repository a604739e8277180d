package io.cryptolambda.core.access;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka is, and how clients are let in.
 *
 * @param bootstrapServers such as {@code 127.0.0.1:9092}
 * @param properties client properties, such as {@code security.protocol}; may hold secrets
 */
public record KafkaAccess(String bootstrapServers, Map<String, String> properties) implements Serializable {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    /** Copies the properties. */
    public KafkaAccess {
        properties = Map.copyOf(properties);
    }

    /** Brokers that let in everybody. */
    public static KafkaAccess at(String bootstrapServers) {
        return new KafkaAccess(bootstrapServers, Map.of());
    }

    /** The configuration of a client: its own settings win, as what it promises rests on them. */
    public Map<String, Object> with(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(settings);
        all.put(BOOTSTRAP_SERVERS, bootstrapServers);
        return all;
    }

    /** The address alone, fit for logs and errors. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
