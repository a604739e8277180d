/**
 * An addition to Flink's Elasticsearch connector, in the connector's own package because what it changes is visible only
 * there: how a bulk request is sent and what counts as its failure.
 *
 * <p>The connector fails the whole job on any failed item. Here a version conflict is a success (something newer is there)
 * and a busy or absent server is waited for; a document refused for what it is is handed back. Everything else still fails
 * the job, which goes on from its checkpoint. Only the job's document sink uses this package.
 */
package org.apache.flink.connector.elasticsearch.sink;
