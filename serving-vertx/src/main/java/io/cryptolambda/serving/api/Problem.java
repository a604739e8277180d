package io.cryptolambda.serving.api;

import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.view.NotRetainedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type last part of the problem type's URN
 * @param title the type in words, always the same for a type
 * @param status HTTP status code
 * @param detail this occurrence in words
 * @param parameter the parameter it is about; null if about none
 * @param accepted what is accepted for it; empty if about none
 * @param retainedFrom the oldest open time served, epoch milliseconds UTC; null if it is not about that
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String parameter,
        List<String> accepted,
        Long retainedFrom) {
    private static final String URN = "urn:crypto-lambda:problem:";

    static Problem invalidParameter(InvalidParameterException e) {
        return new Problem(
                "invalid-parameter", "Invalid parameter", 400, e.getMessage(), e.parameter(), e.accepted(), null);
    }

    static Problem unknownSymbol(String detail) {
        return new Problem(
                "unknown-symbol",
                "Unknown symbol",
                404,
                detail,
                "symbol",
                List.of("a symbol of /api/v1/symbols"),
                null);
    }

    static Problem notRetained(NotRetainedException e) {
        return new Problem(
                "not-retained",
                "Not retained",
                400,
                e.getMessage(),
                e.parameter(),
                List.of("retained_from, " + Instant.ofEpochMilli(e.retainedFrom()) + ", or later"),
                e.retainedFrom());
    }

    static Problem replacedRun() {
        return new Problem(
                "run-replaced",
                "Batch run replaced",
                410,
                "Another batch run was published since the page before; pages of two runs do not go together. Begin"
                        + " again without a cursor.",
                "cursor",
                List.of("no cursor"),
                null);
    }

    static Problem refused(RefusedException e) {
        return switch (e.status()) {
            case 401 -> plain("token-needed", "API token needed", 401, e.getMessage());
            case 429 -> plain("too-many-requests", "Too many requests", 429, e.getMessage());
            default -> plain("no-room", "No room", e.status(), e.getMessage());
        };
    }

    static Problem unavailable() {
        return plain(
                "view-unavailable",
                "View unavailable",
                503,
                "The views cannot be read in full at the moment; nothing is served rather than a part. Try again.");
    }

    static Problem plain(String type, String title, int status, String detail) {
        return new Problem(type, title, status, detail, null, List.of(), null);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("type", URN + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (parameter != null) {
            json.put("parameter", parameter).put("accepted", new JsonArray(List.copyOf(accepted)));
        }
        return retainedFrom == null ? json : json.put("retained_from", retainedFrom);
    }
}
