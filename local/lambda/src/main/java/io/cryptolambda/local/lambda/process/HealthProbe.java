package io.cryptolambda.local.lambda.process;

import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * How a process is seen to work, in a form that can be stored: {@code http://...} answers 200, {@code kafka://host:port}
 * and {@code s3://host:port} answer at all, each in its own protocol. That a port takes connections says nothing: the
 * system takes them for a process that stands still.
 *
 * @param uri what to ask
 * @param expected text that the HTTP answer must contain; empty for any
 */
public record HealthProbe(URI uri, String expected) {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 3_000;

    /** ApiVersions in its first version, which every broker answers: length, key, version, correlation id, no client id. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    /** Refused without a signature, but answered. */
    private static final byte[] HEAD = "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** For a process that only runs to its end. */
    public static HealthProbe none() {
        return new HealthProbe(URI.create("none:none"), "");
    }

    public static HealthProbe kafka(int port) {
        return new HealthProbe(URI.create("kafka://127.0.0.1:" + port), "");
    }

    public static HealthProbe s3(int port) {
        return new HealthProbe(URI.create("s3://127.0.0.1:" + port), "");
    }

    public static HealthProbe http(int port, String path) {
        return http(port, path, "");
    }

    public static HealthProbe http(int port, String path, String expected) {
        return new HealthProbe(URI.create("http://127.0.0.1:" + port + path), expected);
    }

    /** Asks once, within a few seconds. */
    public boolean healthy() {
        return switch (uri.getScheme()) {
            case "none" -> true;
            case "kafka" -> answers(API_VERSIONS);
            case "s3" -> answers(HEAD);
            default -> answers();
        };
    }

    private boolean answers(byte[] request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(request);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try {
            return JsonHttp.getText(uri).contains(expected);
        } catch (IOException e) {
            return false;
        }
    }
}
