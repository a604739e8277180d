package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds changed bars back for {@value #LONGEST_MILLIS} ms and passes on the newest of each, in the order of their last
 * change: a bar in progress changes with every candle, and while the job catches up nobody sees what is between two
 * writings. Nothing is held over a checkpoint, so it has no state.
 */
public final class NewestOfEachBar extends AbstractStreamOperator<EnrichedBar>
        implements OneInputStreamOperator<EnrichedBar, EnrichedBar> {
    private static final long serialVersionUID = 1L;

    private static final long LONGEST_MILLIS = 10;
    private static final int MOST_BARS = 5_000;

    private transient Map<Id, EnrichedBar> newest;
    private transient StreamRecord<EnrichedBar> out;
    private transient Counter superseded;
    private transient boolean timerSet;

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
        superseded = getMetricGroup().counter("bars_superseded");
    }

    @Override
    public void processElement(StreamRecord<EnrichedBar> element) {
        hold(element.getValue());
        if (newest.size() >= MOST_BARS) {
            passOn();
        } else if (!timerSet) {
            timerSet = true;
            getProcessingTimeService()
                    .registerTimer(getProcessingTimeService().getCurrentProcessingTime() + LONGEST_MILLIS, now -> {
                        timerSet = false;
                        passOn();
                    });
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
    }
}
