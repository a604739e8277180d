package io.cryptolambda.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A row of free ports on loopback, below those that the system gives to clients.
 *
 * @param first the first of them
 */
public record TestPorts(int first) {
    private static final int COUNT = 40;
    private static final int LOWEST = 20_100;
    private static final int END = 30_000;
    private static final int ROWS = (END - LOWEST) / COUNT;
    private static final int OF_THE_STACK = 24;
    private static final int METRICS = 10;

    /** Test runs at the same time begin to look at different rows: ports are free until a stack has started. */
    public static TestPorts free() {
        int own = (int) (ProcessHandle.current().pid() % ROWS);
        return IntStream.range(own, own + ROWS)
                .map(row -> LOWEST + row % ROWS * COUNT)
                .filter(TestPorts::allFree)
                .mapToObj(TestPorts::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + COUNT + " free ports in a row"));
    }

    public List<String> options() {
        return List.of(
                "--kafka-port=" + first,
                "--kafka-controller-port=" + (first + 1),
                "--elasticsearch-port=" + (first + 2),
                "--elasticsearch-transport-port=" + (first + 3),
                "--s3-port=" + (first + 4),
                "--flink-port=" + (first + 5),
                "--flink-rpc-port=" + (first + 6),
                "--serving-port=" + (first + 7),
                "--exchange-port=" + (first + 8),
                "--metrics-port=" + (first + METRICS));
    }

    public String kafka() {
        return "127.0.0.1:" + first;
    }

    /** Where ingest, the first instance of Streams and serving show their metrics. */
    List<String> metrics() {
        return List.of(
                "http://127.0.0.1:" + (first + METRICS + 1) + "/metrics",
                "http://127.0.0.1:" + (first + METRICS + 11) + "/metrics",
                servingUrl() + "/metrics");
    }

    public String flinkUrl() {
        return "http://127.0.0.1:" + (first + 5);
    }

    public String servingUrl() {
        return "http://127.0.0.1:" + (first + 7);
    }

    /** The first port that the servers do not need; those up to {@value #COUNT} from the first are free as well. */
    public int end() {
        return first + OF_THE_STACK;
    }

    public String exchangeUrl() {
        return "http://127.0.0.1:" + (first + 8);
    }

    public String elasticsearchUrl() {
        return "http://127.0.0.1:" + (first + 2);
    }

    /** Which program uses which server, and the server's port: what a relay can be put between. */
    public Map<String, Integer> links() {
        Map<String, Integer> links = new LinkedHashMap<>();
        List.of("ingest", "kstreams", "flink", "serving").forEach(program -> links.put(program + "-kafka", first));
        List.of("flink", "serving", "batch").forEach(program -> links.put(program + "-elasticsearch", first + 2));
        links.put("ingest-exchange", first + 8);
        links.put("batch-s3", first + 4);
        return links;
    }

    private static boolean allFree(int first) {
        return IntStream.range(first, first + COUNT).allMatch(TestPorts::isFree);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
