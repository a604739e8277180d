package io.cryptolambda.serving.binance;

import io.vertx.core.http.HttpServerRequest;

/** The unit of times in an answer, which a header of the request chooses. */
enum TimeUnit {
    MILLISECOND,
    MICROSECOND;

    static TimeUnit of(HttpServerRequest request) {
        return "MICROSECOND".equalsIgnoreCase(request.getHeader("X-MBX-TIME-UNIT")) ? MICROSECOND : MILLISECOND;
    }

    /** A point of time. */
    long time(long millis) {
        return this == MICROSECOND ? millis * 1000 : millis;
    }

    /** An inclusive end, the last of its unit. */
    long last(long millis) {
        return this == MICROSECOND ? millis * 1000 + 999 : millis;
    }
}
