package io.cryptolambda.batch.master;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * Records with those of one symbol put together, a block of some megabytes at a time; what is of one symbol stays in order.
 * Candles come minute by minute, the symbols mixed, and are stored symbol by symbol: a sort that is given long stretches in
 * order has little left to do, and reads memory from front to back.
 */
final class SymbolBlocks implements Iterator<LogRecord> {
    private static final int BLOCK_BYTES = 16 * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final Iterator<LogRecord> records;
    private final Map<ByteBuffer, List<LogRecord>> bySymbol = new TreeMap<>();
    private Iterator<LogRecord> block = Collections.emptyIterator();

    SymbolBlocks(Iterator<LogRecord> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        if (!block.hasNext() && records.hasNext()) {
            block = nextBlock();
        }
        return block.hasNext();
    }

    @Override
    public LogRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return block.next();
    }

    private Iterator<LogRecord> nextBlock() {
        bySymbol.clear();
        int count = 0;
        for (long bytes = 0; bytes < BLOCK_BYTES && records.hasNext(); count++) {
            LogRecord record = records.next();
            byte[] key = orNothing(record.key());
            bySymbol.computeIfAbsent(ByteBuffer.wrap(key), symbol -> new ArrayList<>())
                    .add(record);
            bytes += key.length + orNothing(record.value()).length;
        }
        List<LogRecord> all = new ArrayList<>(count);
        bySymbol.values().forEach(all::addAll);
        return all.iterator();
    }

    private static byte[] orNothing(byte[] bytes) {
        return bytes == null ? NOTHING : bytes;
    }
}
