package org.apache.flink.connector.elasticsearch.sink;

import java.io.Serializable;

/**
 * A document that the server refuses for what it is, today and tomorrow.
 *
 * @param index where it was to go
 * @param id its id
 * @param version its version
 * @param source its JSON
 * @param reason the server's words
 */
public record RejectedDocument(String index, String id, long version, byte[] source, String reason)
        implements Serializable {}
