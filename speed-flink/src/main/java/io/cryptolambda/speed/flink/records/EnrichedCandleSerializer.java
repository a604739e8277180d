package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.packed.PackedEnrichedCandle;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An enriched candle between operators: packed. */
public final class EnrichedCandleSerializer extends PackedSerializer<EnrichedCandle> {
    private static final long serialVersionUID = 1L;

    @Override
    void write(EnrichedCandle value, DataOutputView target) throws IOException {
        PackedEnrichedCandle.write(target, value);
    }

    @Override
    EnrichedCandle read(DataInputView source) throws IOException {
        return PackedEnrichedCandle.read(source);
    }

    @Override
    EnrichedCandle readJson(byte[] json) throws IOException {
        return EnrichedCandleJson.read(json);
    }

    @Override
    public TypeSerializerSnapshot<EnrichedCandle> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer; it has nothing to configure. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EnrichedCandle> {
        /** Called by Flink. */
        public Snapshot() {
            super(EnrichedCandleSerializer::new);
        }
    }
}
