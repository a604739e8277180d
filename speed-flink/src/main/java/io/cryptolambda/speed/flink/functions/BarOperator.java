package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import java.time.Duration;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;

/** Runs {@link BarProcess} and, at each checkpoint, has it put what changes with every candle into its state once. */
public final class BarOperator extends KeyedCoProcessOperator<String, EnrichedCandle, BarSeeds, EnrichedBar> {
    private static final long serialVersionUID = 1L;

    /** @param horizon how far behind a symbol's newest candle a candle is still applied */
    public BarOperator(Duration horizon) {
        super(new BarProcess(horizon));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        ((BarProcess) userFunction).writeState(this::setCurrentKey);
        super.snapshotState(context);
    }
}
