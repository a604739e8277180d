package io.cryptolambda.speed.flink.records;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises a record of core in its packed form, with a number for the form in front.
 *
 * <p>It was the JSON with its length in front once. No state holds such records, but a checkpoint taken under backpressure
 * holds those that were on their way between operators, so that the older form is still read.
 */
abstract class PackedSerializer<T> extends ImmutableSerializer<T> {
    private static final long serialVersionUID = 1L;

    // No length of a JSON text begins with it.
    private static final byte FORM = -1;

    abstract void write(T value, DataOutputView target) throws IOException;

    abstract T read(DataInputView source) throws IOException;

    abstract T readJson(byte[] json) throws IOException;

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        target.writeByte(FORM);
        write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte form = source.readByte();
        if (form == FORM) {
            return read(source);
        }
        int length = form << 3 * Byte.SIZE | source.readUnsignedByte() << 2 * Byte.SIZE | source.readUnsignedShort();
        byte[] json = new byte[length];
        source.readFully(json);
        return readJson(json);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }
}
