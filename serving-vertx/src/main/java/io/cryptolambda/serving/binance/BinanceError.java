package io.cryptolambda.serving.binance;

import io.vertx.core.json.JsonObject;

/** A refusal as the exchange words it. */
public final class BinanceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private BinanceError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A refusal with this HTTP status and the exchange's code. */
    public static BinanceError of(int status, int code, String message) {
        return new BinanceError(status, code, message);
    }

    /** A parameter has characters that it may not have. */
    public static BinanceError illegalCharacters(String parameter, String legal) {
        return of(
                400,
                -1100,
                "Illegal characters found in parameter '" + parameter + "'; legal range is '" + legal + "'.");
    }

    static BinanceError duplicate() {
        return of(400, -1101, "Duplicate values for a parameter detected.");
    }

    static BinanceError missing(String parameter) {
        return of(400, -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static BinanceError empty(String parameter) {
        return of(400, -1105, "Parameter '" + parameter + "' was empty.");
    }

    static BinanceError interval() {
        return of(400, -1120, "Invalid interval.");
    }

    static BinanceError symbol() {
        return of(400, -1121, "Invalid symbol.");
    }

    static BinanceError value(String parameter) {
        return of(400, -1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    int status() {
        return status;
    }

    String body() {
        return new JsonObject().put("code", code).put("msg", getMessage()).encode();
    }
}
