package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads the records of the features topic; what cannot be read goes to {@link #DEAD_LETTERS}. */
public final class ParseFeatures extends ProcessFunction<KafkaValue, EnrichedCandle> {
    /** Side output of records that break the contract. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

    private static final long serialVersionUID = 1L;

    private transient Counter deadLetters;

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter("dead_letters");
    }

    @Override
    public void processElement(KafkaValue record, Context context, Collector<EnrichedCandle> out) {
        EnrichedCandle candle;
        try {
            candle = parse(record.value());
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            deadLetters.inc();
            context.output(DEAD_LETTERS, new DeadLetter(record, e.getMessage()));
            return;
        }
        out.collect(candle);
    }

    private static EnrichedCandle parse(byte[] value) throws IOException {
        if (value == null) {
            throw new IllegalArgumentException("value is missing");
        }
        return EnrichedCandleJson.read(value);
    }
}
