package io.cryptolambda.core.testing.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * What a container's agent (ECS, EKS Pod Identity) is to the AWS SDK: an address on loopback that hands out the keys of the
 * container's role. In a pod its address is in {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}; in a test, which cannot set its own
 * environment, in the system property of the same meaning. Until it is closed this JVM has no other keys.
 */
public final class RoleCredentials implements AutoCloseable {
    private static final String ADDRESS = "aws.containerCredentialsFullUri";

    private final HttpServer server;
    private volatile int requests;

    private RoleCredentials(HttpServer server) {
        this.server = server;
    }

    /** Begins to hand out the keys of {@link S3Server}. */
    public static RoleCredentials ofS3Server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RoleCredentials role = new RoleCredentials(server);
            // Without a session token, whose header the S3 server of the tests does not know.
            byte[] keys = String.format(
                            "{\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"%s\","
                                    + "\"Expiration\":\"2100-01-01T00:00:00Z\"}",
                            S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                    .getBytes(StandardCharsets.UTF_8);
            server.createContext("/role", exchange -> {
                role.requests++;
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            System.setProperty(
                    ADDRESS, "http://127.0.0.1:" + server.getAddress().getPort() + "/role");
            return role;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often the keys were asked for. */
    public int requests() {
        return requests;
    }

    @Override
    public void close() {
        System.clearProperty(ADDRESS);
        server.stop(0);
    }
}
