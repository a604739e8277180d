package io.cryptolambda.speed.flink.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.speed.flink.connectors.BulkAnswer.Refusal;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkAnswerTest {
    private static final String WRITTEN = "{\"index\":{\"_id\":\"a\",\"_shards\":{\"total\":1},\"status\":200}}";
    private static final String POISONED = "{\"index\":{\"_id\":\"b\",\"status\":400,\"error\":{\"type\":"
            + "\"mapper_parsing_exception\",\"reason\":\"failed to parse\",\"caused_by\":{\"type\":"
            + "\"illegal_argument_exception\",\"reason\":\"too long\"}}}}";
    private static final String BUSY =
            "{\"index\":{\"error\":{\"reason\":\"full\",\"root_cause\":[1]},\"status\":429}}";

    @Test
    void shouldReadNoFurtherWhereThereWasNoError() throws IOException {
        assertThat(BulkAnswer.refusals("{\"took\":3,\"errors\":false,\"items\":[".getBytes(UTF_8), 7))
                .isEmpty();
    }

    @Test
    void shouldTellWhichDocumentsWereNotWrittenAndWhy() throws IOException {
        String answer = "{\"took\":3,\"errors\":true,\"items\":[" + WRITTEN + "," + POISONED + "," + BUSY + "]}";

        assertThat(BulkAnswer.refusals(answer.getBytes(UTF_8), 3))
                .containsExactly(
                        new Refusal(
                                1,
                                400,
                                "mapper_parsing_exception: failed to parse; illegal_argument_exception: too long"),
                        new Refusal(2, 429, "full"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>502</html>",
                "[]",
                "{}",
                "{\"errors\":true}",
                "{\"errors\":true,\"items\":{}}",
                "{\"errors\":true,\"items\":[]}",
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":200}}",
                "{\"errors\":true,\"items\":[{\"index\":1}]}"
            })
    void shouldRefuseWhatIsNoAnswerToTheRequest(String answer) {
        assertThatThrownBy(() -> BulkAnswer.refusals(answer.getBytes(UTF_8), 1)).isInstanceOf(IOException.class);
    }
}
