package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The stored form of a symbol's head: some 600 bytes, written at every candle. */
public final class HeadCodec {
    private static final int EXPECTED_BYTES = 640;

    private HeadCodec() {}

    /** Packs a head. */
    public static byte[] encode(SymbolHead head) {
        return Packing.packed(EXPECTED_BYTES, out -> {
            out.writeLong(head.asOf());
            out.writeLong(head.knownFrom());
            out.writeLong(head.foundation().k());
            out.writeUTF(head.foundation().runId());
            out.writeByte(head.lines().size());
            for (LineHead line : head.lines()) {
                write(out, line);
            }
        });
    }

    /**
     * Unpacks a head.
     *
     * @throws IllegalStateException if the bytes are of an unknown format
     */
    public static SymbolHead decode(byte[] value) {
        return Packing.unpacked(value, in -> {
            long asOf = in.readLong();
            long knownFrom = in.readLong();
            Foundation foundation = new Foundation(in.readLong(), in.readUTF());
            int count = in.readByte();
            List<LineHead> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lines.add(readLine(in));
            }
            return new SymbolHead(asOf, knownFrom, foundation, lines);
        });
    }

    private static void write(DataOutput out, LineHead line) throws IOException {
        Bar newest = line.newest().bar();
        out.writeLong(BarCodec.key(newest.interval(), newest.openTime()));
        BarCodec.write(out, line.newest());
        out.writeBoolean(line.whole());
        out.writeLong(line.retainedFrom());
    }

    private static LineHead readLine(DataInput in) throws IOException {
        KnownBar newest = BarCodec.read(in, in.readLong());
        return new LineHead(newest, in.readBoolean(), in.readLong());
    }
}
