package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.SerializableString;

/** The names of the fields that candles and bars have in common, encoded once. */
final class FieldNames {
    static final SerializableString SCHEMA = Json.name("schema");
    static final SerializableString EXCHANGE = Json.name("exchange");
    static final SerializableString SYMBOL = Json.name("symbol");
    static final SerializableString INTERVAL = Json.name("interval");
    static final SerializableString OPEN_TIME = Json.name("open_time");
    static final SerializableString CLOSE_TIME = Json.name("close_time");
    static final SerializableString TS_ISO = Json.name("ts_iso");
    static final SerializableString AS_OF = Json.name("as_of");
    static final SerializableString AS_OF_TIME = Json.name("as_of_time");
    static final SerializableString PARTITION = Json.name("partition");
    static final SerializableString COMPLETE = Json.name("complete");
    static final SerializableString LAYER = Json.name("layer");

    private FieldNames() {}
}
