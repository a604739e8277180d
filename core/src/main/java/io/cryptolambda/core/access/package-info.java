/**
 * How a program reaches Kafka, Elasticsearch and S3: the address, what it shows there to be let in, and how long it waits
 * before it tries again.
 *
 * <p>Secrets are in these values from the options to the client that is built of them, and nowhere else: none of them prints
 * more than the address. Whatever opens a connection may depend on this package.
 */
package io.cryptolambda.core.access;
