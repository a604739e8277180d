package io.cryptolambda.local.exchange.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults that wait for a request to hit. Used on the event loop only. */
public final class RestFaults {
    private final List<Fault> waiting = new ArrayList<>();

    /** Its next {@code count} requests are hit. */
    public void add(Fault fault) {
        for (int i = 0; i < fault.count(); i++) {
            waiting.add(fault);
        }
    }

    /** Forgets those that have hit no request yet. */
    public void clear() {
        waiting.clear();
    }

    /**
     * Takes the first one that fits.
     *
     * @param klines whether the request is for klines
     */
    public Optional<Fault> take(boolean klines) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (klines || fault.kind().side() == FaultKind.Side.REST) {
                faults.remove();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
