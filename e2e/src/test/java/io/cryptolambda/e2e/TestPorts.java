package io.cryptolambda.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of free ports on loopback, below those that the system gives to clients.
 *
 * @param first the first of them
 */
record TestPorts(int first) {
    private static final int COUNT = 24;
    private static final int METRICS = 10;

    static TestPorts free() {
        return IntStream.iterate(20_100, port -> port < 30_000, port -> port + COUNT)
                .filter(TestPorts::allFree)
                .mapToObj(TestPorts::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + COUNT + " free ports in a row"));
    }

    List<String> options() {
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

    String kafka() {
        return "127.0.0.1:" + first;
    }

    /** Where ingest, the first instance of Streams and serving show their metrics. */
    List<String> metrics() {
        return List.of(
                "http://127.0.0.1:" + (first + METRICS + 1) + "/metrics",
                "http://127.0.0.1:" + (first + METRICS + 11) + "/metrics",
                servingUrl() + "/metrics");
    }

    String flinkUrl() {
        return "http://127.0.0.1:" + (first + 5);
    }

    String servingUrl() {
        return "http://127.0.0.1:" + (first + 7);
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
