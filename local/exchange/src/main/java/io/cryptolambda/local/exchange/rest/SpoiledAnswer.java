package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.local.exchange.fault.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Sends an answer the way a fault has it. */
final class SpoiledAnswer {
    private static final String HTML = "<html><body><h1>We are under maintenance</h1></body></html>";
    private static final int BOMB_MEGABYTES = 64;
    private static final byte[] BOMB = bomb();

    private SpoiledAnswer() {}

    /**
     * @param limits where a 429 or 418 is to be remembered
     * @return whether it was sent; if not, the right answer is to be sent, spoiled in its content
     */
    static boolean send(Vertx vertx, HttpServerResponse response, Fault fault, RequestLimits limits, Runnable right) {
        switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> wait(response, 429, fault, limits);
            case BAN -> wait(response, 418, fault, limits);
            case FORBIDDEN -> response.setStatusCode(403).end(HTML);
            case UNAVAILABLE -> response.setStatusCode(503).end("Service Unavailable");
            case HTML -> response.putHeader("Content-Type", "text/html").end(HTML);
            case TRUNCATED -> truncated(response);
            case SLOW -> vertx.setTimer(Math.max(1, fault.millis()), timer -> right.run());
            case GZIP_BOMB ->
                response.putHeader("Content-Encoding", "gzip")
                        .putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(BOMB));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void wait(HttpServerResponse response, int status, Fault fault, RequestLimits limits) {
        limits.forceWait(status, fault.millis());
        response.setStatusCode(status)
                .putHeader("Retry-After", Long.toString((fault.millis() + 999) / 1000))
                .end(ApiError.weight(limits.limit()).body());
    }

    // The head of a page, and less of it than announced.
    private static void truncated(HttpServerResponse response) {
        response.putHeader("Content-Length", "5000")
                .write("[[1704067200000,\"42283.58000000\",\"42298.62000000\"")
                .onComplete(written -> response.reset());
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) ' ');
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                gzip.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
