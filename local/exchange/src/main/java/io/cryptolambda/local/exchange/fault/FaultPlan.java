package io.cryptolambda.local.exchange.fault;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Faults at random virtual times, some ten minutes apart: a function of the seed, whatever the clients do. Listings are
 * left out, since they change what is asked for.
 */
public final class FaultPlan {
    private static final long MINUTE = 60_000;
    private static final long MEAN_DISTANCE = 7 * MINUTE;
    private static final long MOST_SKEW = 3_000;
    private static final List<FaultKind> KINDS = List.of(
            FaultKind.TOO_MANY_REQUESTS,
            FaultKind.BAN,
            FaultKind.FORBIDDEN,
            FaultKind.UNAVAILABLE,
            FaultKind.HTML,
            FaultKind.TRUNCATED,
            FaultKind.SLOW,
            FaultKind.GZIP_BOMB,
            FaultKind.UNORDERED,
            FaultKind.REPEATED_PAGE,
            FaultKind.BROKEN_ROW,
            FaultKind.DROP,
            FaultKind.HALF_OPEN,
            FaultKind.WITHHOLD_PONGS,
            FaultKind.SHUTDOWN,
            FaultKind.SILENCE,
            FaultKind.MISSING_CLOSE,
            FaultKind.REVISED,
            FaultKind.DUPLICATE,
            FaultKind.OUT_OF_ORDER,
            FaultKind.OUTAGE,
            FaultKind.SKEW);

    private final SplittableRandom random;
    private final List<String> symbols;
    private final Consumer<Fault> happen;
    private long next;

    /**
     * @param from when to begin, virtual time, epoch milliseconds UTC
     * @param happen what makes a fault happen
     */
    public FaultPlan(long seed, long from, List<String> symbols, Consumer<Fault> happen) {
        this.random = new SplittableRandom(seed);
        this.symbols = symbols;
        this.happen = happen;
        this.next = from + distance();
    }

    /** Lets happen what is due at {@code now}, virtual time. */
    public void advance(long now) {
        while (next <= now) {
            happen.accept(fault());
            next += distance();
        }
    }

    private long distance() {
        return MINUTE + random.nextLong(2 * (MEAN_DISTANCE - MINUTE));
    }

    private Fault fault() {
        FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
        String symbol = symbols.get(random.nextInt(symbols.size()));
        int count = 1 + random.nextInt(3);
        long skew = random.nextLong(-MOST_SKEW, MOST_SKEW + 1);
        long minutes = 1 + random.nextLong(20);
        return switch (kind) {
            case OUTAGE -> new Fault(kind, minutes % 3 == 0 ? null : symbol, 1, minutes * MINUTE, 0);
            case SILENCE, SKEW -> new Fault(kind, symbol, 1, minutes * MINUTE, skew);
            case BAN, TOO_MANY_REQUESTS -> new Fault(kind, null, 1, 1_000 + random.nextLong(2_000), 0);
            default -> new Fault(kind, symbol, count, 1_500, 0);
        };
    }
}
