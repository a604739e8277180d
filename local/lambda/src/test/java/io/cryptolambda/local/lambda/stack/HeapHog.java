package io.cryptolambda.local.lambda.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A program that is well until it is asked for {@code /fill}: then a thread of it fills the heap, and lives through that. */
final class HeapHog {
    private static final int BLOCK = 1 << 20;

    private HeapHog() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/fill")) {
                new Thread(HeapHog::fill, "fill").start();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void fill() {
        List<byte[]> held = new ArrayList<>();
        try {
            while (true) {
                held.add(new byte[BLOCK]);
            }
        } catch (OutOfMemoryError e) {
            // As a library does that catches everything: the rest of the process would go on without this thread.
            System.out.println("went on after " + held.size() + " blocks");
        }
    }
}
