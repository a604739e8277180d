/**
 * Fixtures of the serving tests: documents as the layers write them, and a real Elasticsearch in a process of its own.
 */
package io.cryptolambda.serving.testing;
