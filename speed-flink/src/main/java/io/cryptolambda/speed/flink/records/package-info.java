/**
 * What flows between the job's operators, and how each is serialised.
 *
 * <p>Kafka values, documents and dead letters are records that Flink takes apart as POJOs; candles and bars travel as the
 * JSON of core's codecs, in the same text as in Kafka. Generic types are switched off in the job, so nothing can fall
 * back to Kryo; a test proves it for every type here.
 */
package io.cryptolambda.speed.flink.records;
