package io.cryptolambda.serving.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Sends what may be kept as long as it is asked for again each time: with an entity tag, or 304 where it is the same. */
final class Validated {
    private Validated() {}

    static void send(RoutingContext context, Buffer body) {
        send(context, body, tag(body.getBytes()));
    }

    /** The same of a body whose tag is known. */
    static void send(RoutingContext context, Buffer body, String tag) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, tag);
        if (matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(body);
        }
    }

    /** Weak: the same tag goes with the compressed body. */
    static String tag(byte[] content) {
        try {
            return "W/\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::trim)
                        .anyMatch(given -> given.equals("*") || given.equals(tag) || ("W/" + given).equals(tag));
    }
}
