package io.cryptolambda.local.lambda.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseIT {
    @TempDir
    Path data;

    @Test
    void shouldAddUpEachFolderByItself() throws IOException {
        Files.write(Files.createDirectories(data.resolve("kafka/log")).resolve("0.log"), new byte[1_000]);
        Files.write(data.resolve("kafka/server.properties"), new byte[24]);
        Files.createDirectory(data.resolve("s3"));
        Files.write(data.resolve("state.json"), new byte[7]);

        assertThat(DiskUse.of(data)).isEqualTo(Map.of("kafka", 1_024L, "s3", 0L));
    }
}
