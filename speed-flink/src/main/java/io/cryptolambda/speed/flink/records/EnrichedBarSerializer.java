package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.json.EnrichedBarJson;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** An enriched bar between operators: the text of its Kafka value. */
public final class EnrichedBarSerializer extends JsonSerializer<EnrichedBar> {
    private static final long serialVersionUID = 1L;

    @Override
    byte[] write(EnrichedBar value) {
        return EnrichedBarJson.write(value);
    }

    @Override
    EnrichedBar read(byte[] json) throws IOException {
        return EnrichedBarJson.read(json);
    }

    @Override
    public TypeSerializerSnapshot<EnrichedBar> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer; it has nothing to configure. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EnrichedBar> {
        /** Called by Flink. */
        public Snapshot() {
            super(EnrichedBarSerializer::new);
        }
    }
}
