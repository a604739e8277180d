package io.cryptolambda.speed.flink.bars;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Packs stored values, with a format number in front so that a later form can be told from this one at a restore. */
final class Packing {
    static final int FORMAT = 2;

    private Packing() {}

    /** Writes a value. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a value. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] packed(int expectedBytes, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expectedBytes);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes are of an unknown format */
    static <T> T unpacked(byte[] value, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
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
