package io.cryptolambda.serving.api;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/** Answers what could not even be read as a request. */
public final class InvalidRequest {
    private InvalidRequest() {}

    /** Answers and closes the connection: where the next request begins is not known. */
    public static void handle(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        ProblemJson.write(request.response(), problem(cause));
        request.connection().close();
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.plain("uri-too-long", "URI too long", 414, "The request line is longer than is accepted.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.plain(
                    "headers-too-large",
                    "Headers too large",
                    431,
                    "The request's headers are larger than is accepted.");
        }
        return Problem.plain("bad-request", "Bad request", 400, "This is not an HTTP request.");
    }
}
