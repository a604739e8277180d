package io.cryptolambda.core.packed;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A candle with its features: some 300 bytes. */
public final class PackedEnrichedCandle {
    private static final Feature[] FEATURES = Feature.values();
    // No gap has that many minutes.
    private static final long NO_GAP = Long.MIN_VALUE;

    private PackedEnrichedCandle() {}

    /** Writes it. */
    public static void write(DataOutput out, EnrichedCandle enriched) throws IOException {
        PackedCandle.write(out, enriched.candle());
        out.writeLong(enriched.candlePosition());
        out.writeLong(enriched.asOf());
        out.writeLong(enriched.asOfTime());
        out.writeInt(enriched.partition());
        out.writeBoolean(enriched.complete());
        out.writeBoolean(enriched.late());
        if (!enriched.late()) {
            writeFeatures(out, enriched.features());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static EnrichedCandle read(DataInput in) throws IOException {
        Candle candle = PackedCandle.read(in);
        long candlePosition = in.readLong();
        long asOf = in.readLong();
        long asOfTime = in.readLong();
        int partition = in.readInt();
        boolean complete = in.readBoolean();
        boolean late = in.readBoolean();
        Features features = late ? null : readFeatures(in);
        return new EnrichedCandle(candle, features, candlePosition, asOf, asOfTime, partition, complete, late);
    }

    private static void writeFeatures(DataOutput out, Features features) throws IOException {
        out.writeByte(features.lookback());
        out.writeLong(features.gapMinutes() == null ? NO_GAP : features.gapMinutes());
        for (Feature feature : FEATURES) {
            out.writeDouble(features.get(feature));
        }
    }

    private static Features readFeatures(DataInput in) throws IOException {
        int lookback = in.readByte();
        long gapMinutes = in.readLong();
        double[] values = new double[FEATURES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return new Features(values, gapMinutes == NO_GAP ? null : Long.valueOf(gapMinutes), lookback);
    }
}
