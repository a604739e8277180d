package io.cryptolambda.bench.serving;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjLongConsumer;

/** Many event streams, read by one thread: it shares the cores with the server, so it does as little as it can. */
final class StreamClients implements AutoCloseable {
    private static final String DATA = "data: ";
    private static final String END = "\n\n";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final byte[] bytes = new byte[buffer.capacity()];
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "streams");
    private volatile String failure;

    /** What a client has read of an event that is not whole yet, and who hears of those that are. */
    private static final class Client {
        private final ObjLongConsumer<String> heard;
        private String part = "";
        private boolean open;

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

    /** How many streams the server has opened: from its first word on a client hears of everything. */
    int opened() {
        return opened.get();
    }

    /** Why the reading has ended; null while it goes on. */
    String failure() {
        return failure;
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read);
            }
        } catch (IOException | UncheckedIOException e) {
            failure = e.getMessage();
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
            buffer.flip().get(bytes, 0, count);
            take((Client) key.attachment(), new String(bytes, 0, count, StandardCharsets.ISO_8859_1), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Client client, String read, long now) {
        String text = client.part.concat(read);
        int from = 0;
        for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, from)) {
            int data = text.indexOf(DATA, from);
            if (data >= 0 && data < end) {
                client.heard.accept(text.substring(data + DATA.length(), end), now);
            } else if (!client.open) {
                client.open = true;
                opened.incrementAndGet();
            }
            from = end + END.length();
        }
        client.part = text.substring(from);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
