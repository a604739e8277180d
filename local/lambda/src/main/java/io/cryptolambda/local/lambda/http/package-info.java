/**
 * HTTP with JSON to the servers of the local stack, on the JDK's own client. Short timeouts, no retries: callers that want
 * to wait ask again. Every package of the {@code lambda} command may use it.
 */
package io.cryptolambda.local.lambda.http;
