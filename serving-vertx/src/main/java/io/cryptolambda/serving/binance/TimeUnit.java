package io.cryptolambda.serving.binance;

import io.vertx.core.http.HttpServerRequest;

/** The unit of times in an answer, which a header of the request chooses. */
public enum TimeUnit {
    MILLISECOND,
    MICROSECOND;

    static TimeUnit of(HttpServerRequest request) {
        return of(request.getHeader("X-MBX-TIME-UNIT"));
    }

    /** The unit of a name, which may be null; milliseconds if it is none. */
    public static TimeUnit of(String name) {
        return MICROSECOND.name().equalsIgnoreCase(name) ? MICROSECOND : MILLISECOND;
    }

    /** A point of time. */
    public long time(long millis) {
        return this == MICROSECOND ? millis * 1000 : millis;
    }

    /** An inclusive end, the last of its unit. */
    public long last(long millis) {
        return this == MICROSECOND ? millis * 1000 + 999 : millis;
    }
}
