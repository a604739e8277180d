package io.cryptolambda.local.lambda.process;

import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * How a process is seen to work, in a form that can be stored: {@code tcp://host:port} takes connections,
 * {@code http://...} answers 200.
 *
 * @param uri what to ask
 * @param expected text that the HTTP answer must contain; empty for any
 */
public record HealthProbe(URI uri, String expected) {
    private static final int CONNECT_MILLIS = 1_000;

    /** For a process that only runs to its end. */
    public static HealthProbe none() {
        return new HealthProbe(URI.create("none:none"), "");
    }

    public static HealthProbe tcp(int port) {
        return new HealthProbe(URI.create("tcp://127.0.0.1:" + port), "");
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
            case "tcp" -> connects();
            default -> answers();
        };
    }

    private boolean connects() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()), CONNECT_MILLIS);
            return true;
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
