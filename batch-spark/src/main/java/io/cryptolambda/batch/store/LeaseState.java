package io.cryptolambda.batch.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a lease file says.
 *
 * @param holder who has, or had, the lease; null if nobody ever had
 * @param expiresAt when it is free if its holder gives no other sign of life
 * @param released whether its holder gave it back
 */
record LeaseState(String holder, Instant expiresAt, boolean released) {
    private static final String SEPARATOR = "\n";

    static LeaseState free() {
        return new LeaseState(null, Instant.EPOCH, true);
    }

    static LeaseState held(String holder, Instant expiresAt) {
        return new LeaseState(holder, expiresAt, false);
    }

    static LeaseState released(String holder, Instant at) {
        return new LeaseState(holder, at, true);
    }

    /** Whether somebody else may take it at {@code now}. */
    boolean isFree(Instant now) {
        return released || !now.isBefore(expiresAt);
    }

    byte[] toBytes() {
        String text = String.join(SEPARATOR, holder, expiresAt.toString(), released ? "released" : "held");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException if it is not what {@link #toBytes} wrote */
    static LeaseState of(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR);
        if (lines.length != 3) {
            throw new IllegalStateException("a lease file has " + lines.length
                    + " lines instead of 3; if no batch run is under way, delete the folder 'lease' of the store");
        }
        return new LeaseState(lines[0], Instant.parse(lines[1]), lines[2].equals("released"));
    }
}
