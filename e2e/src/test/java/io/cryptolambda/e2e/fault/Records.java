package io.cryptolambda.e2e.fault;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in topics. */
@FunctionalInterface
interface Records {
    /** Everything committed that is there when it begins; per partition in order. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader);
}
