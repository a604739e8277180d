package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads the records of a topic; what cannot be read goes to {@link #DEAD_LETTERS}.
 *
 * @param <T> what they tell
 */
public final class ParseRecords<T> extends ProcessFunction<KafkaValue, T> {
    /** Side output of records that break the contract. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

    private static final long serialVersionUID = 1L;

    private final Parser<T> parser;
    private transient Counter deadLetters;

    /** @param parser reads a value */
    public ParseRecords(Parser<T> parser) {
        this.parser = parser;
    }

    /** A reading function of one of core's codecs. */
    public interface Parser<T> extends Serializable {
        /**
         * Reads a value.
         *
         * @throws IOException if it is not JSON
         * @throws IllegalArgumentException if it breaks the contract
         */
        T parse(byte[] value) throws IOException;
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = getRuntimeContext().getMetricGroup().counter("dead_letters");
    }

    @Override
    public void processElement(KafkaValue record, Context context, Collector<T> out) {
        T parsed;
        try {
            parsed = parse(record.value());
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            deadLetters.inc();
            context.output(DEAD_LETTERS, new DeadLetter(record, e.getMessage()));
            return;
        }
        out.collect(parsed);
    }

    private T parse(byte[] value) throws IOException {
        if (value == null) {
            throw new IllegalArgumentException("value is missing");
        }
        return parser.parse(value);
    }
}
