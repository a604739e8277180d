package io.cryptolambda.batch.view;

import java.util.function.Consumer;

/** All candles of a symbol with their features. */
public final class FullCandles implements FullPass.Computation<ViewCandle> {
    private final FeaturePass pass = new FeaturePass();

    @Override
    public void accept(Winner winner, Consumer<ViewCandle> out) {
        out.accept(pass.add(winner));
    }

    @Override
    public void finish(Consumer<ViewCandle> out) {
        // Nothing is held back: a candle's features need no later candle.
    }
}
