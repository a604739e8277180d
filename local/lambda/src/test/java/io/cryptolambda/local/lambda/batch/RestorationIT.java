package io.cryptolambda.local.lambda.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.Generation;
import io.cryptolambda.local.lambda.stack.S3Server;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorationIT {
    @TempDir
    Path folder;

    private DataDirectory data;
    private StateFiles files;
    private Restoration restoration;

    @BeforeEach
    void makeMasterDataset() throws IOException {
        data = new DataDirectory(folder);
        files = new StateFiles(data);
        restoration = new Restoration(data);
        Files.createDirectories(S3Server.bucket(data).resolve("master/ohlcv_1m"));
    }

    @Test
    void shouldDeleteWhatCanBeComputedAndRaiseTheGeneration() throws Exception {
        for (String part :
                new String[] {"elasticsearch/nodes", "kstreams/0_0", "kstreams-2/0_1", "flink/checkpoints"}) {
            Files.createDirectories(data.resolve(part));
        }
        Files.writeString(data.resolve("flink-job.json"), "{}");
        Files.createDirectories(data.resolve("exchange"));

        restoration.begin();

        assertThat(folder).isDirectoryNotContaining("glob:**{elasticsearch,kstreams,kstreams-2,flink,flink-job.json}");
        assertThat(S3Server.bucket(data).resolve("master/ohlcv_1m")).isDirectory();
        assertThat(data.resolve("exchange")).isDirectory();
        assertThat(files.generation()).isEqualTo(new Generation(2, true));
        assertThat(restoration.unfinished()).isTrue();
    }

    @Test
    void shouldTouchNothingWhileKafkaMayHoldWhatWasNotArchived() throws Exception {
        Path log = Files.createDirectories(data.resolve("kafka/log"));
        Path index = Files.createDirectories(data.resolve("elasticsearch"));

        assertThatThrownBy(restoration::begin)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(log.getParent().toString());

        assertThat(log).isDirectory();
        assertThat(index).isDirectory();
        assertThat(files.generation()).isEqualTo(Generation.FIRST);
    }

    @Test
    void shouldBeginAnewWithTheNextGenerationWhereItWasCutShort() throws Exception {
        restoration.begin();
        Files.createDirectories(data.resolve("kafka/log"));

        restoration.begin();

        assertThat(data.resolve("kafka")).doesNotExist();
        assertThat(files.generation()).isEqualTo(new Generation(3, true));
    }

    @Test
    void shouldRefuseWhereThereIsNothingToRestoreFrom() throws Exception {
        Files.delete(S3Server.bucket(data).resolve("master/ohlcv_1m"));
        Files.delete(S3Server.bucket(data).resolve("master"));

        assertThatThrownBy(restoration::begin)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no master dataset");
    }
}
