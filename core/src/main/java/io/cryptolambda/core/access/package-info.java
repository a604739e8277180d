/**
 * How a program reaches Kafka and Elasticsearch: the address, and what it shows there to be let in.
 *
 * <p>Secrets are in these values from the options to the client that is built of them, and nowhere else: none of them prints
 * more than the address. Whatever opens a connection may depend on this package.
 */
package io.cryptolambda.core.access;
