package io.cryptolambda.batch.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to the store, held by one run at a time.
 *
 * <p>A lease is a file whose name is its <b>epoch</b>, a number that only grows. Whoever creates the file of the next
 * epoch holds the lease, and a store lets only one create it. The holder writes its file anew every third of the time
 * after which others take it for dead. A holder that was stalled, wakes up and finds a later epoch is <b>fenced</b>: {@link
 * #requireHeld()} fails, and the epoch that its commits carry is refused by tables that have seen a later one.
 *
 * <p>Expiry compares the clocks of two machines; they must agree to well within the time-out. If they do not, two runs may
 * work at once, but by the epoch still only one of them can publish.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final LeaseFiles files;
    private final long epoch;
    private final String holder;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease-renewal");
        thread.setDaemon(true);
        return thread;
    });

    private Lease(LeaseFiles files, long epoch, String holder, Duration timeout, Clock clock) {
        this.files = files;
        this.epoch = epoch;
        this.holder = holder;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Takes the lease, waiting for its holder to end or to be taken for dead.
     *
     * @param holder who asks, for people: the run
     * @param timeout after this time without a sign of life a holder is taken for dead
     * @param wait how long to wait for another holder; zero: not at all
     * @throws LeaseHeldException naming the holder that still has it after {@code wait}
     * @throws InterruptedException if interrupted while waiting
     */
    public static Lease acquire(LeaseFiles files, String holder, Duration timeout, Duration wait, Clock clock)
            throws InterruptedException {
        Instant patience = clock.instant().plus(wait);
        while (true) {
            OptionalLong newest = files.newestEpoch();
            LeaseState state = newest.isEmpty() ? LeaseState.free() : files.read(newest.getAsLong());
            if (state.isFree(clock.instant())) {
                long epoch = newest.orElse(0) + 1;
                if (taken(files, epoch, LeaseState.held(holder, clock.instant().plus(timeout)))) {
                    return started(new Lease(files, epoch, holder, timeout, clock), state);
                }
            } else if (!clock.instant().isBefore(patience)) {
                throw new LeaseHeldException(state);
            } else {
                TimeUnit.MILLISECONDS.sleep(Math.min(1000, 1 + timeout.toMillis() / 10));
            }
        }
    }

    private static boolean taken(LeaseFiles files, long epoch, LeaseState mine) {
        // A store that created the file but whose answer was lost says no to the second try: then it is there as
        // written.
        boolean created = files.create(epoch, mine) || files.read(epoch).equals(mine);
        // An epoch that was long taken, given back and deleted can be created once more.
        return created && files.newestEpoch().orElse(0) == epoch;
    }

    private static Lease started(Lease lease, LeaseState before) {
        LOG.info("event=lease_taken holder={} epoch={}", lease.holder, lease.epoch);
        if (before.holder() != null && !before.released()) {
            LOG.warn("event=lease_expired holder={} expired_at={}", before.holder(), before.expiresAt());
        }
        lease.files.deleteBefore(lease.epoch);
        long period = Math.max(1, lease.timeout.toMillis() / 3);
        lease.renewals.scheduleWithFixedDelay(lease::renew, period, period, TimeUnit.MILLISECONDS);
        return lease;
    }

    /** The fencing token: larger than that of every holder before. */
    public long epoch() {
        return epoch;
    }

    /**
     * Returns if this is still the holder.
     *
     * @throws IllegalStateException if another run has taken the lease since; this one must write nothing more
     */
    public void requireHeld() {
        long newest = files.newestEpoch().orElse(0);
        if (newest != epoch) {
            throw new IllegalStateException("the lease of " + holder + " (epoch " + epoch + ") was taken over (epoch "
                    + newest + ") because it gave no sign of life for " + timeout.toSeconds()
                    + " s; nothing more is written by this run, the other one goes on");
        }
    }

    /** Ends the renewals, and lets the next run in at once if this is still the holder. */
    @Override
    public void close() {
        renewals.shutdownNow();
        try {
            if (renewals.awaitTermination(10, TimeUnit.SECONDS)) {
                files.overwrite(epoch, LeaseState.released(holder, clock.instant()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Not worth failing a run that has done its work: the lease runs out by itself.
            LOG.warn("event=lease_not_released holder={} error=\"{}\"", holder, e.getMessage());
        }
    }

    private void renew() {
        try {
            files.overwrite(epoch, LeaseState.held(holder, clock.instant().plus(timeout)));
        } catch (RuntimeException e) {
            // The next renewal may do better; if none does, the lease runs out and requireHeld() tells.
            LOG.warn("event=lease_not_renewed holder={} error=\"{}\"", holder, e.getMessage());
        }
    }
}
