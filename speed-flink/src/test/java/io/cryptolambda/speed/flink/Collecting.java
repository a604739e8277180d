package io.cryptolambda.speed.flink;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** A sink that hands everything to a function, over static collections of a test or the counters of a benchmark. */
public final class Collecting<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final To<T> to;

    /** @param to takes each element */
    public Collecting(To<T> to) {
        this.to = to;
    }

    /** Where to. */
    public interface To<T> extends Consumer<T>, Serializable {}

    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context elementContext) {
                to.accept(element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
