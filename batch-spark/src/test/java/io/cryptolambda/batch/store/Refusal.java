package io.cryptolambda.batch.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where a server was: hangs up on whoever connects, and counts them. */
final class Refusal implements Closeable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private Refusal(ServerSocket socket) {
        this.socket = socket;
    }

    static Refusal at(int port) throws IOException {
        Refusal refusal = new Refusal(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(refusal::refuse, "refusal");
        thread.setDaemon(true);
        thread.start();
        return refusal;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void refuse() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                connections.incrementAndGet();
            } catch (IOException e) {
                // Closed meanwhile, or the other side was quicker to hang up.
                continue;
            }
        }
    }
}
