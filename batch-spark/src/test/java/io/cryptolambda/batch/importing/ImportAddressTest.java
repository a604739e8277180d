package io.cryptolambda.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"s3a://crypto-lambda/landing", "hdfs://name:8020/files", "file:/data/files"})
    void shouldTakeWhatHadoopCanReadAsItIs(String from) {
        assertThat(ImportAddress.isAddress(from)).isTrue();
        assertThat(ImportAddress.isWeb(from)).isFalse();
        assertThat(ImportAddress.folder(from)).hasToString(from);
    }

    @Test
    void shouldTakeAnythingElseForAFolderOfThisMachine() {
        assertThat(ImportAddress.isAddress("/data/my files")).isFalse();
        assertThat(ImportAddress.isAddress("files")).isFalse();
        assertThat(ImportAddress.folder("/data/my files").toUri().getPath()).isEqualTo("/data/my files");
        assertThat(ImportAddress.folder("files").toUri().getPath())
                .isEqualTo(Path.of("files").toAbsolutePath().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://data.binance.vision", "http://127.0.0.1:9080", "HTTP://127.0.0.1:9080"})
    void shouldKnowTheWeb(String from) {
        assertThat(ImportAddress.isWeb(from)).isTrue();
    }
}
