package io.cryptolambda.speed.flink.records;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serialises a record of core as the JSON of its codec, with the length in front. */
abstract class JsonSerializer<T> extends ImmutableSerializer<T> {
    private static final long serialVersionUID = 1L;

    abstract byte[] write(T value);

    abstract T read(byte[] json) throws IOException;

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        byte[] json = write(value);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return read(json);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }
}
