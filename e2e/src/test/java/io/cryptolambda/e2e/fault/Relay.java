package io.cryptolambda.e2e.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Passes bytes on between two parts of the system over loopback, and lets the link between them go bad: what is on its way
 * is held back, trickles, goes nowhere, or the connections are cut and refused. A link that gets well again delivers what
 * it held, as a network does; cut connections stay cut.
 */
public final class Relay implements AutoCloseable {
    private static final int CHUNK = 8 * 1024;
    private static final long LOOK_NANOS = 20_000_000;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Condition condition = Condition.WELL;

    /**
     * Listens at once.
     *
     * @param port where to listen
     * @param target port of the server behind
     */
    public Relay(int port, int target) {
        try {
            this.server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("relay on port " + port, e);
        }
        this.target = target;
        start(this::accept);
    }

    /** How the link is from now on. */
    public void be(Condition now) {
        condition = now;
        if (now.cut()) {
            closeAll();
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (condition.cut()) {
                    close(client);
                } else {
                    start(() -> connect(client));
                }
            } catch (IOException e) {
                // Closed; or the client was faster away than it was taken.
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            start(() -> pump(client, behind));
            pump(behind, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                pass(chunk, read, out);
            }
        } catch (IOException e) {
            // One side is gone: the other is closed with it.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(byte[] chunk, int length, OutputStream out) throws IOException {
        long due = System.nanoTime() + condition.delayNanos();
        while (condition.holds() || System.nanoTime() < due) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (condition.equals(Condition.WELL)) {
                break;
            }
        }
        for (int sent = 0; sent < length; ) {
            int piece = Math.min(length - sent, condition.bytesEachLook());
            out.write(chunk, sent, piece);
            out.flush();
            sent += piece;
            if (sent < length) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private void closeAll() {
        open.forEach(Relay::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What a link is like.
     *
     * @param cut connections are closed, and new ones as soon as they come
     * @param holds nothing passes, and neither side is told
     * @param delayNanos how much later than it came a chunk passes
     * @param bytesEachLook how much passes in 20 ms
     */
    public record Condition(boolean cut, boolean holds, long delayNanos, int bytesEachLook) {
        /** As if it were not there. */
        public static final Condition WELL = new Condition(false, false, 0, CHUNK);

        /** Down. */
        public static final Condition CUT = new Condition(true, false, 0, CHUNK);

        /** Both sides see an open connection, on which nothing comes. */
        public static final Condition HALF_OPEN = new Condition(false, true, 0, CHUNK);

        /** 20 kB a second. */
        public static final Condition SLOW = new Condition(false, false, 0, 400);

        /** Far away. */
        public static Condition delayed(long millis) {
            return new Condition(false, false, millis * 1_000_000, CHUNK);
        }
    }
}
