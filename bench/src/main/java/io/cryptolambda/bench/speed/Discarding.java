package io.cryptolambda.bench.speed;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * A sink that looks at each element and keeps none.
 *
 * @param <T> what comes
 */
final class Discarding<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final Look<T> look;

    /** @param look is given each element */
    Discarding(Look<T> look) {
        this.look = look;
    }

    /** What is done with it, in whatever thread. */
    interface Look<T> extends Consumer<T>, Serializable {}

    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context elementContext) {
                look.accept(element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
