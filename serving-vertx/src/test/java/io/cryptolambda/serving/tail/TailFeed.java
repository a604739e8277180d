package io.cryptolambda.serving.tail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Brings values of the live topics into a tail without Kafka. */
public final class TailFeed {
    private TailFeed() {}

    /** Takes them in as the reader does. */
    public static void publish(Tail tail, EventLog events, List<byte[]> values) {
        List<TailDocument> taken = new ArrayList<>();
        for (byte[] value : values) {
            document(value, tail, taken);
        }
        events.append(taken);
    }

    private static void document(byte[] value, Tail tail, List<TailDocument> taken) {
        try {
            TailDocumentParser.parse(value).filter(tail::put).ifPresent(taken::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
