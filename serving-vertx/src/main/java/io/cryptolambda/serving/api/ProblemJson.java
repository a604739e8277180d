package io.cryptolambda.serving.api;

import io.cryptolambda.serving.guard.RefusedByStatus;
import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.view.NotRetainedException;
import io.cryptolambda.serving.view.UnknownSymbolException;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever went wrong with a problem document. What broke inside is told to the log, not to the client. */
final class ProblemJson {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemJson.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private ProblemJson() {}

    /** The failure handler of every route. */
    static void handle(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        Throwable failure = context.failure();
        Problem problem = RefusedByStatus.is(context) ? ofStatus(context.statusCode(), context) : of(failure, context);
        if (failure instanceof RefusedException e) {
            if (e.status() == 401) {
                context.response().putHeader("WWW-Authenticate", "Bearer");
            }
            if (e.retryAfterSeconds() > 0) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(e.retryAfterSeconds()));
            }
        }
        write(context.response(), problem);
    }

    static void write(HttpServerResponse response, Problem problem) {
        if (problem.status() == 503 && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem.toJson().encode());
    }

    private static Problem of(Throwable failure, RoutingContext context) {
        if (failure instanceof InvalidParameterException e) {
            return Problem.invalidParameter(e);
        }
        if (failure instanceof UnknownSymbolException e) {
            return Problem.unknownSymbol(e.getMessage());
        }
        if (failure instanceof NotRetainedException e) {
            return Problem.notRetained(e);
        }
        if (failure instanceof RefusedException e) {
            return Problem.refused(e);
        }
        if (failure instanceof ReplacedRunException) {
            return Problem.replacedRun();
        }
        if (failure instanceof ViewUnavailableException e) {
            LOG.warn("event=view_unavailable path={} reason=\"{}\"", context.normalizedPath(), e.getMessage());
            return Problem.unavailable();
        }
        LOG.error("event=request_failed path={}", context.normalizedPath(), failure);
        return Problem.plain("internal-error", "Internal error", 500, "The request failed; the server's log says why.");
    }

    private static Problem ofStatus(int status, RoutingContext context) {
        return switch (status) {
            case 404 -> Problem.plain("not-found", "Not found", 404, "Nothing is served at this path.");
            case 405 ->
                Problem.plain(
                        "method-not-allowed",
                        "Method not allowed",
                        405,
                        context.request().method() + " is not allowed here; GET and HEAD are.");
            case 413 ->
                Problem.plain("body-not-allowed", "Body not allowed", 413, "Requests of this interface have no body.");
            case 400 -> Problem.plain("bad-request", "Bad request", 400, "The request's path or query is malformed.");
            default -> Problem.plain("error", "Error", status, "The request was refused.");
        };
    }
}
