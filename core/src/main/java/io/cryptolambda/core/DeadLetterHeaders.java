package io.cryptolambda.core;

/** Headers of a dead letter; all values are UTF-8 text. The record's key and value are the original bytes. */
public final class DeadLetterHeaders {
    /** Why the record was refused, naming the field. */
    public static final String ERROR = "error";

    /** The stage that refused it. */
    public static final String STAGE = "stage";

    /** Topic the record came from. */
    public static final String TOPIC = "topic";

    /** Partition it came from. */
    public static final String PARTITION = "partition";

    /** Offset it came from. */
    public static final String OFFSET = "offset";

    private DeadLetterHeaders() {}
}
