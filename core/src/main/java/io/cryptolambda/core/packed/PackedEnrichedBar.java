package io.cryptolambda.core.packed;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A bar with its indicators: some 320 bytes. */
public final class PackedEnrichedBar {
    private static final Interval[] INTERVALS = Interval.values();
    private static final Indicator[] INDICATORS = Indicator.values();

    private PackedEnrichedBar() {}

    /** Writes it. */
    public static void write(DataOutput out, EnrichedBar enriched) throws IOException {
        Bar bar = enriched.bar();
        out.writeUTF(enriched.exchange());
        out.writeUTF(enriched.symbol());
        out.writeByte(bar.interval().ordinal());
        out.writeLong(bar.openTime());
        out.writeInt((int) (bar.closeTime() - bar.openTime()));
        PackedMarket.write(out, bar.market());
        out.writeShort(bar.candles());
        out.writeBoolean(enriched.closed());
        for (Indicator indicator : INDICATORS) {
            out.writeDouble(enriched.indicators().get(indicator));
        }
        out.writeLong(enriched.asOf());
        out.writeLong(enriched.asOfTime());
        out.writeInt(enriched.partition());
        out.writeBoolean(enriched.complete());
    }

    /** Reads what {@link #write} wrote. */
    public static EnrichedBar read(DataInput in) throws IOException {
        String exchange = in.readUTF();
        String symbol = in.readUTF();
        Interval interval = INTERVALS[in.readByte()];
        long openTime = in.readLong();
        long closeTime = openTime + in.readInt();
        MarketValues market = PackedMarket.read(in);
        Bar bar = new Bar(interval, openTime, closeTime, market, in.readShort());
        boolean closed = in.readBoolean();
        double[] values = new double[INDICATORS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        Indicators indicators = new Indicators(values);
        return new EnrichedBar(
                exchange,
                symbol,
                bar,
                closed,
                indicators,
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readBoolean());
    }
}
