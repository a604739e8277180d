package io.cryptolambda.local.lambda.stack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which programs reach which servers over a port in between, where a test's relay listens: {@code flink-kafka=21000}. A
 * Kafka client goes to wherever the broker says it is, so the broker has a listener of its own for each such program: it
 * listens on the port after the relay's, and says that it is at the relay's.
 */
public final class Links {
    /** Everything goes straight where it belongs. */
    public static final Links NONE = new Links(Map.of());

    private static final String KAFKA = "kafka";
    private static final List<String> KNOWN = List.of(
            "ingest-exchange",
            "ingest-kafka",
            "kstreams-kafka",
            "flink-kafka",
            "flink-elasticsearch",
            "serving-kafka",
            "serving-elasticsearch",
            "batch-kafka",
            "batch-elasticsearch",
            "batch-s3");

    private final SortedMap<String, Integer> ports;

    /**
     * @param ports from {@code program-server} to the port in between
     * @throws IllegalArgumentException naming the links there are, if one is none of them
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Links(Map<String, Integer> ports) {
        for (String name : ports.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is none of " + KNOWN);
            }
        }
        this.ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }

    @JsonValue
    Map<String, Integer> ports() {
        return ports;
    }

    /** The port by which {@code program} reaches {@code server}, which listens on {@code port}. */
    public int port(String program, String server, int port) {
        return ports.getOrDefault(program + "-" + server, port);
    }

    /** The broker as {@code program} reaches it. */
    public String kafka(String program, int port) {
        return "127.0.0.1:" + port(program, KAFKA, port);
    }

    /** Base address of {@code server} as {@code program} reaches it. */
    public String url(String program, String server, int port) {
        return "http://127.0.0.1:" + port(program, server, port);
    }

    /** What the broker listens on for programs behind a relay. */
    Stream<String> kafkaListeners() {
        return kafkaLinks().map(link -> listenerName(link) + "://127.0.0.1:" + (link.getValue() + 1));
    }

    /** Where it says that it is. */
    Stream<String> kafkaAdvertised() {
        return kafkaLinks().map(link -> listenerName(link) + "://127.0.0.1:" + link.getValue());
    }

    Stream<String> kafkaProtocols() {
        return kafkaLinks().map(link -> listenerName(link) + ":PLAINTEXT");
    }

    private Stream<Map.Entry<String, Integer>> kafkaLinks() {
        return ports.entrySet().stream().filter(link -> link.getKey().endsWith("-" + KAFKA));
    }

    private static String listenerName(Map.Entry<String, Integer> link) {
        return link.getKey().split("-")[0].toUpperCase(Locale.ROOT);
    }
}
