package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.Market;
import io.vertx.core.Vertx;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the market, day after day, to whoever listens. It waits for the first listener; then, at a finite speed, it plays
 * what is due, and at {@code max} it moves the clock from event to event as long as all listeners read. Days on which
 * nothing trades are jumped over; an outage within a day is lived through. Runs on one event loop.
 */
public final class Player {
    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    /** How far the clock goes beyond the last close before it stops, virtual milliseconds. */
    private static final long AFTERMATH = 10_000;

    private static final long TURN_NANOS = 5_000_000;

    /** How long a connection lives, virtual milliseconds. */
    private static final long LIFE = 24 * 3_600_000L;

    private final Vertx vertx;
    private final Market market;
    private final VirtualClock clock;
    private final StreamHub hub;
    private final LongConsumer onTime;
    private final Consumer<Throwable> broken;
    private final long updateEvery;
    private Tape tape;
    private long day;
    private boolean again;
    private volatile boolean ended;

    /**
     * @param onTime told the virtual time again and again
     * @param broken told when the market cannot be read: nothing can be played then
     */
    public Player(Vertx vertx, VirtualClock clock, StreamHub hub, LongConsumer onTime, Consumer<Throwable> broken) {
        this.vertx = vertx;
        this.market = hub.market();
        this.clock = clock;
        this.hub = hub;
        this.onTime = onTime;
        this.broken = broken;
        this.updateEvery = clock.speed().factor() > 10 ? 30_000 : 2_000;
    }

    /** Begins at the clock's time. Call it on the event loop that the listeners are on. */
    public void start() {
        hub.onChange(this::wake);
        market.end().ifPresent(last -> clock.stopAt(last + AFTERMATH));
        if (!clock.speed().isMax()) {
            vertx.setPeriodic(clock.speed().factor() > 10 ? 10 : 50, timer -> play());
        }
        load(Market.dayOf(clock.now()), Interval.ONE_MINUTE.openTime(clock.now()));
    }

    /** Whether the last candle has closed. */
    public boolean ended() {
        return ended;
    }

    private void load(long from, long fromTime) {
        tape = null;
        OptionalLong next = market.nextDay(from);
        if (next.isEmpty()) {
            end();
            return;
        }
        day = next.getAsLong();
        if (day > from) {
            clock.moveTo(day * Market.DAY);
        }
        vertx.executeBlocking(() -> Tape.of(market, day, fromTime, updateEvery))
                .onSuccess(loaded -> {
                    tape = loaded;
                    play();
                })
                .onFailure(broken::accept);
    }

    private void end() {
        if (clock.speed().isMax()) {
            clock.moveTo(market.end().orElseThrow() + AFTERMATH);
        }
        ended = true;
        LOG.info("event=replay_ended exchange_time={}", clock.now());
    }

    // Listeners change while events are published; the tape goes on in a turn of its own.
    private void wake() {
        if (!again) {
            again = true;
            vertx.runOnContext(turn -> {
                again = false;
                play();
            });
        }
    }

    private void play() {
        timeIs(clock.now());
        if (tape == null) {
            return;
        }
        if (clock.held() && hub.heard()) {
            clock.release();
            LOG.info("event=clock_released exchange_time={} speed={}", clock.now(), clock.speed());
        }
        if (tape.peek() == null) {
            load(day + 1, (day + 1) * Market.DAY);
        } else if (clock.speed().isMax()) {
            playAsRead();
        } else if (!clock.held()) {
            playDue();
        }
    }

    private void timeIs(long now) {
        onTime.accept(now);
        hub.closeOpenedBefore(now - LIFE);
    }

    private void playDue() {
        long turnEnds = System.nanoTime() + TURN_NANOS;
        long now = clock.now();
        while (tape.peek() != null && tape.peek().time() <= now) {
            if (System.nanoTime() > turnEnds) {
                wake(); // requests have their turn in between
                return;
            }
            hub.publish(tape.next());
        }
    }

    private void playAsRead() {
        long turnEnds = System.nanoTime() + TURN_NANOS;
        for (TapeEvent event = tape.peek(); event != null; event = tape.peek()) {
            if (event.time() > clock.now()) {
                if (!hub.heard() || hub.congested()) {
                    return;
                }
                if (System.nanoTime() > turnEnds) {
                    break;
                }
                clock.moveTo(event.time());
                timeIs(event.time());
            }
            hub.publish(tape.next());
        }
        wake();
    }
}
