package io.cryptolambda.speed.flink.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A document between operators: a number for the form, then field by field. Every document goes from where it is built to
 * the sink's own task, and Flink's serializer of records, which works by reflection, was a tenth of all that the job did. Its
 * form is still read: a checkpoint taken under backpressure holds documents that were on their way.
 */
public final class DocumentSerializer extends ImmutableSerializer<Document> {
    private static final long serialVersionUID = 1L;

    // Flink's begins with its flags, which are none of these bits.
    private static final byte FORM = -1;

    @Override
    public void serialize(Document value, DataOutputView target) throws IOException {
        target.writeByte(FORM);
        target.writeUTF(value.index());
        target.writeUTF(value.id());
        target.writeUTF(value.symbol());
        target.writeLong(value.asOf());
        target.writeInt(value.json().length);
        target.write(value.json());
    }

    @Override
    public Document deserialize(DataInputView source) throws IOException {
        if (source.readByte() != FORM) {
            return ofFormerForm(source);
        }
        String index = source.readUTF();
        String id = source.readUTF();
        String symbol = source.readUTF();
        long asOf = source.readLong();
        return new Document(index, id, symbol, asOf, bytes(source));
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<Document> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The fields in the order of their names, in front of each whether it is null, which none is. */
    private static Document ofFormerForm(DataInputView source) throws IOException {
        source.readBoolean();
        long asOf = source.readLong();
        source.readBoolean();
        String id = StringSerializer.INSTANCE.deserialize(source);
        source.readBoolean();
        String index = StringSerializer.INSTANCE.deserialize(source);
        source.readBoolean();
        byte[] json = bytes(source);
        source.readBoolean();
        String symbol = StringSerializer.INSTANCE.deserialize(source);
        return new Document(index, id, symbol, asOf, json);
    }

    private static byte[] bytes(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }

    /** Names the serializer; it has nothing to configure. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Document> {
        /** Called by Flink. */
        public Snapshot() {
            super(DocumentSerializer::new);
        }
    }
}
