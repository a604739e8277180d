package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.local.exchange.fault.RateWindow;
import io.cryptolambda.local.exchange.fault.Violations;
import java.util.function.LongSupplier;

/**
 * How much a client may ask for: weight by the minute, raw requests in 5 minutes, and what happens beyond: 429, then, for
 * who goes on, 418, a ban that is longer each time. All in real time. Used on the event loop only.
 */
public final class RequestLimits {
    private static final int RAW_REQUESTS = 61_000;
    private static final long RAW_WITHIN_MILLIS = 300_000;
    private static final long FIRST_BAN_MILLIS = 120_000;
    private static final long LONGEST_BAN_MILLIS = 3 * 86_400_000L;
    private static final int REFUSALS_BEFORE_BAN = 20;

    /** Requests that were on their way when the client was told to wait are not held against it. */
    private static final long ON_THEIR_WAY_MILLIS = 1_000;

    private final WeightMeter weight;
    private final RateWindow raw = new RateWindow(RAW_REQUESTS, RAW_WITHIN_MILLIS);
    private final LongSupplier realMillis;
    private final Violations violations;
    private long waitFrom;
    private long waitUntil = Long.MIN_VALUE;
    private int waitStatus;
    private boolean newClient;
    private int refusals;
    private long nextBan = FIRST_BAN_MILLIS;

    /**
     * What becomes of a request.
     *
     * @param status 200, 429 or 418
     * @param retryAfter whole seconds, if it is not 200
     * @param used weight used in this minute
     */
    record Verdict(int status, long retryAfter, int used) {}

    /**
     * @param weightLimit weight allowed in a minute
     * @param realMillis real time in milliseconds from anywhere
     */
    public RequestLimits(int weightLimit, LongSupplier realMillis, Violations violations) {
        this.weight = new WeightMeter(weightLimit);
        this.realMillis = realMillis;
        this.violations = violations;
    }

    /** Tells everybody to wait, with {@code status} 429 or 418. */
    public void forceWait(int status, long millis) {
        forceWait(status, millis, realMillis.getAsLong());
    }

    private void forceWait(int status, long millis, long now) {
        waitFrom = now;
        waitUntil = Math.max(waitUntil, now + millis);
        waitStatus = status;
        refusals = 0;
    }

    /**
     * Whoever asks next is another client than before, which has been told nothing: that it has to wait it learns by its
     * first answer.
     */
    public void newClient() {
        newClient = true;
    }

    Verdict admit(int requestWeight) {
        long now = realMillis.getAsLong();
        boolean tooMany = !raw.admit(now);
        if (newClient && now < waitUntil) {
            waitFrom = now;
        }
        newClient = false;
        if (now < waitUntil) {
            if (now > waitFrom + ON_THEIR_WAY_MILLIS) {
                violations.add(Violations.Kind.REQUESTS_DURING_WAIT);
            }
            refusals++;
            if (refusals == REFUSALS_BEFORE_BAN) {
                forceWait(418, nextBan, now);
                nextBan = Math.min(LONGEST_BAN_MILLIS, 2 * nextBan);
            }
            return new Verdict(waitStatus, secondsUntil(now), weight.add(0, now));
        }
        int used = weight.add(requestWeight, now);
        if (weight.exceeded() || tooMany) {
            violations.add(Violations.Kind.WEIGHT);
            forceWait(429, 1_000 * weight.secondsLeft(now), now);
            return new Verdict(429, secondsUntil(now), used);
        }
        return new Verdict(200, 0, used);
    }

    int limit() {
        return weight.limit();
    }

    private long secondsUntil(long now) {
        return Math.max(1, (waitUntil - now + 999) / 1_000);
    }
}
