package io.cryptolambda.serving.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that begin a request and take their time with the rest of it, byte by byte. */
public final class SlowClients implements AutoCloseable {
    private static final List<String> BEGINNINGS = List.of(
            "GET /api/v1/candles?symbol=BTC",
            "GET /api/v1/latest HTTP/1.1\r\nHost: x\r\nX-Slow: ",
            "POST /api/v1/latest HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
            "GET /api/v3/klines HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na",
            "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n");

    private final List<Socket> sockets = new ArrayList<>();

    /** Opens the connections, {@code count} of each kind. */
    public SlowClients(URI server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            for (String beginning : BEGINNINGS) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                socket.setSoTimeout(200);
                sockets.add(socket);
                write(socket, beginning);
            }
        }
    }

    /** One more byte of each. */
    public void dribble() {
        sockets.forEach(socket -> write(socket, "x"));
    }

    /** What the server has answered so far. */
    public List<String> answers() throws IOException {
        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            byte[] buffer = new byte[4_096];
            try {
                int count = socket.getInputStream().read(buffer);
                if (count > 0) {
                    answers.add(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                }
            } catch (SocketTimeoutException e) {
                // It waits for the rest, as it should.
            } catch (IOException e) {
                // It has closed the connection.
            }
        }
        return answers;
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The server has closed it: what it answered before is read later.
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
