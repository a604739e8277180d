package io.cryptolambda.speed.kstreams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Bounds the memory that RocksDB takes outside the heap, and its log files: the store is read at a start, for revisions and for
 * late candles only.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long BLOCK_CACHE_BYTES = 16L << 20;
    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static final int WRITE_BUFFERS = 2;
    private static final int LOG_FILES = 3;
    private static final long LOG_FILE_BYTES = 1L << 20;

    // One for all stores of the process; not closed with a store.
    private static final Cache BLOCK_CACHE = new LRUCache(BLOCK_CACHE_BYTES);

    /** Called by Kafka Streams. */
    public BoundedRocksDb() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(BLOCK_CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        // Each start begins a file, and a thousand are kept otherwise.
        options.setKeepLogFileNum(LOG_FILES);
        options.setMaxLogFileSize(LOG_FILE_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // What setConfig adds is shared by all stores.
    }
}
