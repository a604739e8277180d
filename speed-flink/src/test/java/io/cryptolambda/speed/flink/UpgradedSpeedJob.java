package io.cryptolambda.speed.flink;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.speed.flink.connectors.DocumentSink;
import io.cryptolambda.speed.flink.connectors.KafkaEnds;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as a later version might be: one more operator, with state of its own. The end-to-end tests upgrade to it. */
public final class UpgradedSpeedJob {
    private UpgradedSpeedJob() {}

    /** As {@link SpeedJob#main}. */
    public static void main(String[] arguments) throws Exception {
        SpeedOptions options = SpeedOptions.parse(arguments);
        StreamExecutionEnvironment env = JobEnvironment.create(options);
        KafkaEnds kafka = new KafkaEnds(options.kafka.access());
        SpeedGraph.Ends ends =
                SpeedJob.ends(kafka, new DocumentSink(options.elasticsearch.access(), kafka.deadLetters()));
        SpeedGraph.Ends changed = new SpeedGraph.Ends(
                ends.documents(), bars -> ends.indicators().accept(counted(bars)), ends.late(), ends.deadLetters());
        SpeedJob.define(env, options, kafka, changed);
        env.execute(SpeedJob.NAME);
    }

    private static DataStream<EnrichedBar> counted(DataStream<EnrichedBar> bars) {
        return bars.keyBy(EnrichedBar::symbol, Types.STRING)
                .filter(new Count())
                .uid("added-count")
                .name("count bars");
    }

    private static final class Count extends RichFilterFunction<EnrichedBar> {
        @Serial
        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public boolean filter(EnrichedBar bar) throws Exception {
            Long before = count.value();
            count.update(before == null ? 1 : before + 1);
            return true;
        }
    }
}
