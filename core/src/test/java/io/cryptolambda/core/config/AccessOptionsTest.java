package io.cryptolambda.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class AccessOptionsTest {
    @TempDir
    Path folder;

    @Test
    void shouldTakeClientPropertiesFromAFileAndLetTheProgramsOwnWin() throws IOException {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "security.protocol=SASL_SSL\nacks=0\nbootstrap.servers=elsewhere:1\n");

        KafkaAccess access = kafka("--kafka", "k:9094", "--kafka-properties", file.toString());

        assertThat(access.with(Map.of("acks", "all")))
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "acks", "all", "bootstrap.servers", "k:9094"));
    }

    @Test
    void shouldShowNothingOfAFileThatIsNotProperties() throws IOException {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "password=\\uXXXXsecret");

        assertThatThrownBy(() -> kafka("--kafka-properties", file.toString()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--kafka-properties")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldMakeTheHeaderOfUserAndPasswordFile() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "open sesame\n");

        ElasticsearchAccess access = elasticsearch(
                "--elasticsearch", "https://search:9200",
                "--elasticsearch-user", "Aladdin",
                "--elasticsearch-password-file", file.toString());

        // The example of RFC 7617.
        assertThat(access.authorization()).contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(access.request("/_search").build().headers().firstValue("Authorization"))
                .isEqualTo(access.authorization());
    }

    @Test
    void shouldAskWithoutAHeaderWhereThereIsNoUser() {
        assertThat(elasticsearch().authorization()).isEmpty();
    }

    @Test
    void shouldNeverPrintASecret() {
        assertThat(new KafkaAccess("k:1", Map.of("sasl.jaas.config", "secret")).toString())
                .isEqualTo("k:1");
        assertThat(new ElasticsearchAccess(URI.create("http://e:1"), "user", "secret").toString())
                .isEqualTo("http://e:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "ftp://e:1", "http://user:secret@e:1", "http://"})
    void shouldRefuseAnAddressThatIsNoneOrCarriesAUser(String address) {
        assertThatThrownBy(() -> elasticsearch("--elasticsearch", address))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--elasticsearch");
    }

    private static KafkaAccess kafka(String... arguments) {
        return CommandLine.populateCommand(new KafkaOptions(), arguments).access();
    }

    private static ElasticsearchAccess elasticsearch(String... arguments) {
        return CommandLine.populateCommand(new ElasticsearchOptions(), arguments)
                .access();
    }
}
