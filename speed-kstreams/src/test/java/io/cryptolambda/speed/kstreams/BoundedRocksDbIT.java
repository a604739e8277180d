package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class BoundedRocksDbIT {
    @Test
    void shouldKeepAFewLogFilesHoweverOftenAStoreIsOpened(@TempDir Path folder) throws Exception {
        for (int start = 0; start < 8; start++) {
            try (Options options = new Options().setCreateIfMissing(true)) {
                options.setTableFormatConfig(new BlockBasedTableConfig());
                new BoundedRocksDb().setConfig("store", options, Map.of());
                RocksDB.open(options, folder.toString()).close();
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("LOG")))
                    .hasSizeBetween(1, 3);
        }
    }
}
