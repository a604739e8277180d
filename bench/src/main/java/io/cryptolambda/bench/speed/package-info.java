/**
 * The speed layer beside bare loops that do the same work without an engine: Kafka Streams, the Flink job, its sink.
 *
 * <p>Each contender has a JVM of its own with the class path that it has in production. What comes out is compared before a
 * figure is printed. {@code AtLeastOnceMain} lies in the Streams app's package, because no option turns exactly-once off.
 */
package io.cryptolambda.bench.speed;
