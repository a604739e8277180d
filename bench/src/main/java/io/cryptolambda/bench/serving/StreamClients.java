package io.cryptolambda.bench.serving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Many event streams, read by one thread. */
final class StreamClients implements AutoCloseable {
    private static final String DATA = "data: ";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final List<Client> clients = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "streams");

    /** What a client has read of an event that is not whole yet, and who hears of those that are. */
    private static final class Client {
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private final ObjLongConsumer<String> heard;

        private Client(ObjLongConsumer<String> heard) {
            this.heard = heard;
        }
    }

    StreamClients() throws IOException {
        thread.setDaemon(true);
    }

    /** Opens a stream; to be called before {@link #start}. {@code heard} is told data, and when it came by nanoTime. */
    void open(URI server, String query, ObjLongConsumer<String> heard) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        String request = "GET /api/v1/stream?" + query + " HTTP/1.1\r\nHost: bench\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        Client client = new Client(heard);
        clients.add(client);
        channel.register(selector, SelectionKey.OP_READ, client);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            long now = System.nanoTime();
            if (count < 0) {
                throw new IOException("the server has closed a stream");
            }
            byte[] bytes = new byte[count];
            buffer.flip().get(bytes);
            take((Client) key.attachment(), bytes, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(Client client, byte[] bytes, long now) {
        client.part.writeBytes(bytes);
        String text = client.part.toString(StandardCharsets.UTF_8);
        int from = 0;
        for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n", from)) {
            int data = text.indexOf(DATA, from);
            if (data >= 0 && data < end) {
                client.heard.accept(text.substring(data + DATA.length(), end), now);
            }
            from = end + 2;
        }
        client.part.reset();
        client.part.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
