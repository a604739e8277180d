package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import org.apache.kafka.common.serialization.Serializer;

/** Core's JSON as the value of a record. */
final class EnrichedCandleSerializer implements Serializer<EnrichedCandle> {
    @Override
    public byte[] serialize(String topic, EnrichedCandle value) {
        return EnrichedCandleJson.write(value);
    }
}
