package io.cryptolambda.speed.flink.bars;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Packs stored values, with a format number in front so that a later form can be told from this one at a restore. */
final class Packing {
    static final int FORMAT = 2;

    private Packing() {}

    /** Writes a value. */
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Reads a value. */
    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    static byte[] packed(int expectedBytes, Writing writing) {
        DataOutputSerializer out = new DataOutputSerializer(expectedBytes);
        try {
            out.writeByte(FORMAT);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.getCopyOfBuffer();
    }

    /** @throws IllegalStateException if the bytes are of an unknown format */
    static <T> T unpacked(byte[] value, Reading<T> reading) {
        DataInputDeserializer in = new DataInputDeserializer(value);
        try {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("state of bars has format " + format + ", this job reads " + FORMAT
                        + "; start the job without it, it is rebuilt from the log and the seeds");
            }
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
