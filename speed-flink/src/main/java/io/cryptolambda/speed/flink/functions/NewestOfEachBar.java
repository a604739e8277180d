package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.LiveRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds changed bars back and passes on the newest of each, in the order of their last change: a bar in progress changes
 * with every candle, and nobody sees what is between two writings. Live ones wait {@value #LIVE_MILLIS} ms, and what is with
 * them; while the job catches up they wait {@value LiveRecords#CATCHING_UP_MILLIS} ms, since of many symbols minute by minute no bar
 * changes twice in a short time. Nothing is held over a checkpoint, so it has no state.
 */
public final class NewestOfEachBar extends AbstractStreamOperator<EnrichedBar>
        implements OneInputStreamOperator<EnrichedBar, EnrichedBar> {
    private static final long serialVersionUID = 1L;

    private static final long LIVE_MILLIS = 10;
    private static final int MOST_BARS = 20_000;
    private static final long NEVER = Long.MAX_VALUE;

    private transient Map<Id, EnrichedBar> newest;
    private transient StreamRecord<EnrichedBar> out;
    private transient Counter superseded;
    private transient long passOnAt;

    /** One that runs in the task of the operator before it: bars are many, and none need be serialised on the way. */
    public NewestOfEachBar() {
        chainingStrategy = ChainingStrategy.ALWAYS;
    }

    private record Id(String symbol, Interval interval, long openTime) {
        static Id of(EnrichedBar bar) {
            return new Id(bar.symbol(), bar.bar().interval(), bar.bar().openTime());
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        newest = new LinkedHashMap<>();
        out = new StreamRecord<>(null);
        passOnAt = NEVER;
        superseded = getMetricGroup().counter("bars_superseded");
    }

    @Override
    public void processElement(StreamRecord<EnrichedBar> element) {
        hold(element.getValue());
        if (newest.size() >= MOST_BARS) {
            passOn();
        } else {
            long now = getProcessingTimeService().getCurrentProcessingTime();
            boolean live = LiveRecords.isLive(element.getValue().asOfTime(), now);
            passOnBy(now + (live ? LIVE_MILLIS : LiveRecords.CATCHING_UP_MILLIS));
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        passOn();
    }

    @Override
    public void finish() throws Exception {
        passOn();
        super.finish();
    }

    private void passOnBy(long time) {
        if (time < passOnAt) {
            passOnAt = time;
            getProcessingTimeService().registerTimer(time, now -> {
                // Not that of bars which were passed on before it came.
                if (now >= passOnAt) {
                    passOn();
                }
            });
        }
    }

    private void hold(EnrichedBar bar) {
        Id id = Id.of(bar);
        EnrichedBar before = newest.remove(id);
        if (before != null) {
            superseded.inc();
        }
        newest.put(id, before != null && before.asOf() > bar.asOf() ? before : bar);
    }

    private void passOn() {
        for (EnrichedBar bar : newest.values()) {
            output.collect(out.replace(bar));
        }
        newest.clear();
        passOnAt = NEVER;
    }
}
