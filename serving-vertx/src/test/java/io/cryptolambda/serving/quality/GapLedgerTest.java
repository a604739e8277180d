package io.cryptolambda.serving.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.GapJson;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class GapLedgerTest {
    private static final long MINUTE = 60_000;

    private final GapLedger ledger = new GapLedger();

    @Test
    void shouldHoldTheNewestEntryOfEachKey() {
        put(gap("BTCUSDT", 10, 20, 1));
        put(gap("BTCUSDT", 10, 30, 2));

        assertThat(ledger.find(null, 0, Long.MAX_VALUE)).containsExactly(gap("BTCUSDT", 10, 30, 2));
    }

    @Test
    void shouldForgetAnEntryThatIsWithdrawn() {
        Gap gap = gap("BTCUSDT", 10, 20, 1);
        put(gap);

        ledger.put(new ConsumerRecord<>(Topics.GAPS, 0, 1, gap.key().getBytes(StandardCharsets.UTF_8), null));

        assertThat(ledger.find(null, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void shouldFindWhatOverlapsTheRangeNewestFirst() {
        Gap early = gap("BTCUSDT", 10, 20, 1);
        Gap late = gap("BTCUSDT", 40, 50, 1);
        put(early);
        put(late);
        put(gap("ETHUSDT", 10, 20, 1));

        assertThat(ledger.find("BTCUSDT", 0, Long.MAX_VALUE)).containsExactly(late, early);
        assertThat(ledger.find("BTCUSDT", 19 * MINUTE, 40 * MINUTE)).containsExactly(early);
        assertThat(ledger.find("BTCUSDT", 20 * MINUTE, 40 * MINUTE)).isEmpty();
    }

    @Test
    void shouldPassWhatCannotBeRead() {
        ledger.put(new ConsumerRecord<>(Topics.GAPS, 0, 0, null, null));
        ledger.put(new ConsumerRecord<>(Topics.GAPS, 0, 1, new byte[0], "nonsense".getBytes(StandardCharsets.UTF_8)));

        assertThat(ledger.find(null, 0, Long.MAX_VALUE)).isEmpty();
    }

    private void put(Gap gap) {
        ledger.put(new ConsumerRecord<>(
                Topics.GAPS, 0, 0, gap.key().getBytes(StandardCharsets.UTF_8), GapJson.write(gap)));
    }

    private static Gap gap(String symbol, long from, long to, int asked) {
        return new Gap("binance", symbol, from * MINUTE, to * MINUTE, Gap.Cause.EXCHANGE, 0, 0, asked);
    }
}
