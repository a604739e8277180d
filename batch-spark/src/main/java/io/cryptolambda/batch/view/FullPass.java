package io.cryptolambda.batch.view;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a fresh computation over each symbol of an ordered stream, holding no more than what one step gives out.
 *
 * @param <T> what is computed
 */
public final class FullPass<T> implements Iterator<T> {

    /**
     * A computation over one symbol.
     *
     * @param <T> what it gives out
     */
    public interface Computation<T> {
        /** Takes the symbol's next minute, in open-time order. */
        void accept(Winner winner, Consumer<T> out);

        /** Called once, after the symbol's last minute. */
        void finish(Consumer<T> out);
    }

    private final Iterator<Winner> winners;
    private final Supplier<? extends Computation<T>> computations;
    private final Queue<T> results = new ArrayDeque<>();
    private String symbol;
    private Computation<T> computation;

    /** @param winners in order of (symbol, open time) */
    public FullPass(Iterator<Winner> winners, Supplier<? extends Computation<T>> computations) {
        this.winners = winners;
        this.computations = computations;
    }

    @Override
    public boolean hasNext() {
        while (results.isEmpty() && winners.hasNext()) {
            step(winners.next());
        }
        if (results.isEmpty()) {
            finishSymbol();
        }
        return !results.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return results.remove();
    }

    private void step(Winner winner) {
        if (!winner.candle().symbol().equals(symbol)) {
            finishSymbol();
            symbol = winner.candle().symbol();
            computation = computations.get();
        }
        computation.accept(winner, results::add);
    }

    private void finishSymbol() {
        if (computation != null) {
            computation.finish(results::add);
            computation = null;
            symbol = null;
        }
    }
}
