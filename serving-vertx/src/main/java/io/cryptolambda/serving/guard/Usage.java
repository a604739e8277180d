package io.cryptolambda.serving.guard;

/**
 * What a client has used of its limit.
 *
 * @param limit weight in a minute; 0 for no limit
 * @param used weight in this minute
 * @param resetSeconds seconds until the next minute begins
 */
public record Usage(int limit, int used, int resetSeconds) {
    boolean exceeded() {
        return limit > 0 && used > limit;
    }

    int remaining() {
        return Math.max(0, limit - used);
    }
}
