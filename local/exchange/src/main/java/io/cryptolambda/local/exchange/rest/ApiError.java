package io.cryptolambda.local.exchange.rest;

import io.vertx.core.json.JsonObject;

/** A request that the exchange refuses, with its number and text. */
final class ApiError extends RuntimeException {
    private final int code;

    private ApiError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static ApiError illegalCharacters(String parameter, String legal) {
        return new ApiError(
                -1100, "Illegal characters found in parameter '" + parameter + "'; legal range is '" + legal + "'.");
    }

    static ApiError duplicate() {
        return new ApiError(-1101, "Duplicate values for a parameter detected.");
    }

    static ApiError unread(int read, int sent) {
        return new ApiError(
                -1104,
                "Not all sent parameters were read; read '" + read + "' parameter(s) but was sent '" + sent + "'.");
    }

    static ApiError missing(String parameter) {
        return new ApiError(
                -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static ApiError empty(String parameter) {
        return new ApiError(-1105, "Parameter '" + parameter + "' was empty.");
    }

    static ApiError interval() {
        return new ApiError(-1120, "Invalid interval.");
    }

    static ApiError symbol() {
        return new ApiError(-1121, "Invalid symbol.");
    }

    static ApiError value(String parameter) {
        return new ApiError(-1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    static ApiError weight(int limit) {
        return new ApiError(
                -1003,
                "Too much request weight used; current limit is " + limit
                        + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling"
                        + " the API.");
    }

    String body() {
        return new JsonObject().put("code", code).put("msg", getMessage()).encode();
    }
}
