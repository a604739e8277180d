package io.cryptolambda.serving.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes, whether they are HTTP or not, on a connection of their own, and reads the beginning of what comes back. */
public final class RawHttp {
    private static final int LONGEST = 64 * 1024;
    private static final int MILLIS = 10_000;

    private RawHttp() {}

    /** The answer's beginning; the server closes, or has sent what its header promises. */
    public static String send(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(MILLIS);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // The server has refused it before it was all sent: the answer is there.
            }
            return read(request, socket.getInputStream());
        }
    }

    /** The status code of an answer; 0 if it has none. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.") && answer.length() > 12 ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** Whether an answer's head, all of it here, begins something without an end. */
    private static boolean staysOpen(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        return end > 0 && (status(answer) == 101 || answer.substring(0, end).contains("text/event-stream"));
    }

    private static String read(byte[] request, InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        while (bytes.size() < LONGEST) {
            int count;
            try {
                count = stream.read(buffer);
            } catch (SocketTimeoutException e) {
                throw new IOException(
                        "no end of the answer to " + new String(request, StandardCharsets.ISO_8859_1) + ": " + bytes,
                        e);
            } catch (SocketException e) {
                break; // closed by the server with what we sent unread
            }
            if (count < 0) {
                break;
            }
            bytes.write(buffer, 0, count);
            if (staysOpen(bytes.toString(StandardCharsets.ISO_8859_1))) {
                break;
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
