package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Interval;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> asked = new ArrayList<>();
    private final ServedApi api = new ServedApi("http://api", this::answer);

    @Test
    void shouldReadOnUntilNothingFollows() {
        List<Long> openTimes = new ArrayList<>();
        Iterator<ServedRow> rows = api.candles("BTCUSDT", Interval.ONE_HOUR, 0, Long.MAX_VALUE);
        rows.forEachRemaining(row -> openTimes.add(row.openTime()));

        assertThat(openTimes).containsExactly(0L, 1L, 2L);
        assertThat(asked)
                .containsExactly(
                        "http://api/api/v1/candles?symbol=BTCUSDT&interval=1h&limit=5000&from=0",
                        "http://api/api/v1/candles?symbol=BTCUSDT&interval=1h&limit=5000&from=2");
    }

    @Test
    void shouldEscapeSymbolsThatAreNotAscii() {
        api.derived("\u5e01\u5b89USDT", Interval.ONE_MINUTE, 1_000, 61_000);

        assertThat(asked.get(0))
                .contains("/features?symbol=%E5%B8%81%E5%AE%89USDT&interval=1m")
                .endsWith("to=61000&from=1000");
    }

    @Test
    void shouldTellFromWhenOnMinutesAreServed() {
        assertThat(api.retainedFrom()).isEqualTo(86_400_000);
    }

    private JsonNode answer(URI uri) {
        asked.add(uri.toString());
        if (uri.getPath().endsWith("/layers")) {
            return MAPPER.createObjectNode().put("retained_from", 86_400_000);
        }
        boolean last = uri.toString().endsWith("from=2");
        ObjectNode page = MAPPER.createObjectNode();
        var rows = page.putArray("rows");
        if (last) {
            rows.addObject().put("open_time", 2L);
            page.putNull("next");
        } else {
            rows.addObject().put("open_time", 0L);
            rows.addObject().put("open_time", 1L);
            page.put("next", 2L);
        }
        return page;
    }
}
