package io.cryptolambda.serving.stream;

import io.cryptolambda.serving.tail.TailEvent;
import io.vertx.core.buffer.Buffer;

/** Events as they go over the wire. */
final class EventText {
    private EventText() {}

    static Buffer of(TailEvent event) {
        return Buffer.buffer(event.document().json().length + 48)
                .appendString("id: " + EventId.of(event.sequence()) + "\ndata: ")
                .appendBytes(event.document().json())
                .appendString("\n\n");
    }

    /** Tells a client that it missed events which are not known any more; those after {@code sequence} follow. */
    static Buffer reset(long sequence) {
        return Buffer.buffer("event: reset\nid: " + EventId.of(sequence)
                + "\ndata: {\"reason\":\"events since the last seen are not known any more\"}\n\n");
    }
}
