/**
 * Faults: the batch program killed at random moments, a store that loses files, refuses to answer or is full. The program
 * runs as it is run in production, in a JVM of its own, against real Kafka, Elasticsearch and S3; what is checked is what
 * anybody could see: exit codes, messages, tables and served documents.
 */
package io.cryptolambda.batch.faults;
