package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.json.BarSeedsJson;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Seeds between operators and in state: the text of their Kafka value. */
public final class BarSeedsSerializer extends JsonSerializer<BarSeeds> {
    private static final long serialVersionUID = 1L;

    @Override
    byte[] write(BarSeeds value) {
        return BarSeedsJson.write(value);
    }

    @Override
    BarSeeds read(byte[] json) throws IOException {
        return BarSeedsJson.read(json);
    }

    @Override
    public TypeSerializerSnapshot<BarSeeds> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer; it has nothing to configure. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<BarSeeds> {
        /** Called by Flink. */
        public Snapshot() {
            super(BarSeedsSerializer::new);
        }
    }
}
