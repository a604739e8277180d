package io.cryptolambda.batch.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before the S3 server: passes everything on for a while, then answers everything with 503. */
final class FaultyS3 implements AutoCloseable {
    private static final byte[] SLOW_DOWN = ("HTTP/1.1 503 Slow Down\r\n"
                    + "Content-Type: application/xml\r\n"
                    + "Connection: close\r\n"
                    + "Content-Length: 78\r\n\r\n"
                    + "<Error><Code>SlowDown</Code><Message>Please reduce your rate</Message></Error>")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int server;
    private final int connectionsPassedOn;
    private int connections;

    /**
     * @param server port of the real one
     * @param connectionsPassedOn how many connections are passed on before the fault
     */
    FaultyS3(int server, int connectionsPassedOn) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        this.connectionsPassedOn = connectionsPassedOn;
        threads.submit(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private Void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            if (connections++ < connectionsPassedOn) {
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                threads.submit(() -> copy(client, upstream));
                threads.submit(() -> copy(upstream, client));
            } else {
                threads.submit(() -> refuse(client));
            }
        }
        return null;
    }

    private static Void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
        return null;
    }

    private static Void refuse(Socket client) throws IOException {
        try (client;
                InputStream in = client.getInputStream();
                OutputStream out = client.getOutputStream()) {
            if (in.read(new byte[8192]) > 0) {
                out.write(SLOW_DOWN);
                out.flush();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
