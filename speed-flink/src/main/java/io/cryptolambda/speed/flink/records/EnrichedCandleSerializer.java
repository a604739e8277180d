package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** An enriched candle between operators: the text of its Kafka value. */
public final class EnrichedCandleSerializer extends JsonSerializer<EnrichedCandle> {
    private static final long serialVersionUID = 1L;

    @Override
    byte[] write(EnrichedCandle value) {
        return EnrichedCandleJson.write(value);
    }

    @Override
    EnrichedCandle read(byte[] json) throws IOException {
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
