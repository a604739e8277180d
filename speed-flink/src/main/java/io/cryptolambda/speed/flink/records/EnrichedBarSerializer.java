package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.packed.PackedEnrichedBar;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An enriched bar between operators: packed. */
public final class EnrichedBarSerializer extends PackedSerializer<EnrichedBar> {
    private static final long serialVersionUID = 1L;

    @Override
    void write(EnrichedBar value, DataOutputView target) throws IOException {
        PackedEnrichedBar.write(target, value);
    }

    @Override
    EnrichedBar read(DataInputView source) throws IOException {
        return PackedEnrichedBar.read(source);
    }

    @Override
    EnrichedBar readJson(byte[] json) throws IOException {
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
