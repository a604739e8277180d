package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsParserTest {
    private static final Set<String> WANTED =
            Set.of("open_time", "as_of", "partition", "complete", "close", "trades", "rsi_14", "closed", "unknown");

    private static final String SOURCE = "{\"schema\":1,\"open_time\":1704067200000,\"as_of\":17592186044416,"
            + "\"partition\":3,\"complete\":true,\"close\":\"0.10000000\",\"trades\":7,\"rsi_14\":4.9E-324,"
            + "\"closed\":null,\"volume\":\"1\",\"deep\":{\"close\":\"9\",\"more\":[1,{}]}}";

    private static final String ANSWER = "{\"took\":1,\"timed_out\":false,"
            + "\"_shards\":{\"total\":2,\"successful\":2,\"skipped\":0,\"failed\":0},"
            + "\"hits\":{\"max_score\":null,\"hits\":[{\"_index\":\"i\",\"_id\":\"1\",\"_source\":" + SOURCE
            + ",\"sort\":[1]},{\"_id\":\"2\",\"_source\":"
            + SOURCE.replace("1704067200000", "1704067260000") + "}]}}";

    @Test
    void shouldKeepTheFieldsThatAreWantedAsVertxReadsThem() {
        List<Document> documents = DocumentsParser.parse(Buffer.buffer(ANSWER), WANTED);

        assertThat(documents).extracting(Document::openTime).containsExactly(1704067200000L, 1704067260000L);
        JsonObject expected = new JsonObject(SOURCE);
        expected.remove("schema");
        expected.remove("volume");
        expected.remove("deep");
        assertThat(documents.get(0)).isEqualTo(new Document(1704067200000L, 17592186044416L, 3, true, expected));
        assertThat(documents.get(0).fields().getMap()).isEqualTo(expected.getMap());
    }

    @Test
    void shouldTakeNoAnswerThatIsCutShortAnywhere() {
        for (int length = 0; length < ANSWER.length(); length++) {
            Buffer part = Buffer.buffer(ANSWER.substring(0, length));
            assertThatThrownBy(() -> DocumentsParser.parse(part, WANTED))
                    .as("the first %d bytes", part.length())
                    .isInstanceOf(ViewUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"timed_out\":true", "\"timed_out\":null", "\"took\":2"})
    void shouldTakeNoAnswerThatRanOutOfTimeOrDoesNotSay(String timedOut) {
        Buffer answer = Buffer.buffer(ANSWER.replace("\"timed_out\":false", timedOut));

        assertThatThrownBy(() -> DocumentsParser.parse(answer, WANTED)).isInstanceOf(ViewUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"failed\":1", "\"failed\":null", "\"failed\":\"0\"", "\"passed\":0"})
    void shouldTakeNoAnswerOfWhichAShardFailedOrThatDoesNotSay(String failed) {
        Buffer answer = Buffer.buffer(ANSWER.replace("\"failed\":0", failed));

        assertThatThrownBy(() -> DocumentsParser.parse(answer, WANTED)).isInstanceOf(ViewUnavailableException.class);
    }
}
