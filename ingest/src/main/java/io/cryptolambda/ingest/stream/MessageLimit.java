package io.cryptolambda.ingest.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Sockets that break off within a message longer than anybody would send. OkHttp itself takes a message of any length into
 * memory before it tells of it. What is counted is what came since the last message ended, TLS and pings included.
 */
final class MessageLimit extends SocketFactory {
    /** Longest message, in bytes. */
    static final int LONGEST = 8 << 20;

    // For what surrounds it: frames, TLS records, and what was read of the next message already.
    private static final int SURROUNDINGS = 256 * 1024;

    private final AtomicLong sinceMessage = new AtomicLong();

    /** A message was longer. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("a message of more than " + LONGEST + " bytes");
        }
    }

    /** A message was read to its end. */
    void messageEnded() {
        sinceMessage.set(0);
    }

    @Override
    public Socket createSocket() {
        return new Limited();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("OkHttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket(address, port);
    }

    private void count(int bytes) throws Exceeded {
        if (bytes > 0 && sinceMessage.addAndGet(bytes) > LONGEST + SURROUNDINGS) {
            throw new Exceeded();
        }
    }

    private final class Limited extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int read = in.read();
                    count(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = in.read(into, offset, length);
                    count(read);
                    return read;
                }
            };
        }
    }
}
