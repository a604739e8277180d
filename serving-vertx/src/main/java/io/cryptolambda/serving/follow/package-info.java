/**
 * Kafka as this server reads it: topics followed on a thread each, and an administrator's questions.
 *
 * <p>A follower begins a bounded stretch before the ends, says when it has caught up, and begins again where Kafka fails;
 * it commits nothing, for what it feeds is rebuilt at each start. Used by {@code tail}, {@code quality} and {@code view};
 * knows nothing of what the records mean.
 */
package io.cryptolambda.serving.follow;
