package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.TestPorts;
import io.cryptolambda.e2e.fault.Relay.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A relay on every link between a program and a server of a stack. */
final class Relays implements AutoCloseable {
    private static final String KAFKA = "-kafka";

    private final Map<String, Relay> relays = new LinkedHashMap<>();

    /** @param stack ports of the servers; those of the relays follow them */
    Relays(TestPorts stack) {
        int port = stack.end();
        for (Map.Entry<String, Integer> link : stack.links().entrySet()) {
            boolean kafka = link.getKey().endsWith(KAFKA);
            // The broker's own listener for this program is on the port after the relay's.
            relays.put(link.getKey(), new Relay(port, kafka ? port + 1 : link.getValue()));
            port += kafka ? 2 : 1;
        }
    }

    /** Names such as {@code flink-kafka}. */
    List<String> links() {
        return List.copyOf(relays.keySet());
    }

    /** What {@code up} must be told. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        relays.forEach((link, relay) -> options.addAll(List.of("--link", link + "=" + relay.port())));
        return options;
    }

    void be(String link, Condition condition) {
        relays.get(link).be(condition);
    }

    /** All links to a server, such as {@code kafka}. */
    void allTo(String server, Condition condition) {
        all(link -> link.endsWith("-" + server), condition);
    }

    void heal() {
        all(link -> true, Condition.WELL);
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }

    private void all(Predicate<String> which, Condition condition) {
        relays.forEach((link, relay) -> {
            if (which.test(link)) {
                relay.be(condition);
            }
        });
    }
}
