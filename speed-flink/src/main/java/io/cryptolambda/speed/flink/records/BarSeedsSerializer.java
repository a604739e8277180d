package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.json.BarSeedsJson;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Seeds between operators and in state: the text of their Kafka value, with its length in front. */
public final class BarSeedsSerializer extends ImmutableSerializer<BarSeeds> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(BarSeeds value, DataOutputView target) throws IOException {
        byte[] json = BarSeedsJson.write(value);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public BarSeeds deserialize(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return BarSeedsJson.read(json);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
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
