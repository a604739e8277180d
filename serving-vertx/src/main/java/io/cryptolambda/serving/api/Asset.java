package io.cryptolambda.serving.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One file of the page, kept in memory. Browsers keep it too and ask each time whether it is still the same. */
final class Asset implements Handler<RoutingContext> {
    private final String contentType;
    private final Buffer content;
    private final String etag;

    private Asset(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = Buffer.buffer(content);
        this.etag = Validated.tag(content);
    }

    /**
     * Reads a resource of the class path.
     *
     * @throws IllegalStateException if it is not there: the program was put together wrongly
     */
    static Asset of(String resource, String contentType) {
        try (InputStream stream = Asset.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource + " on the class path");
            }
            return new Asset(contentType, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        Validated.send(context, content, etag);
    }
}
