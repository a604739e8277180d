package io.cryptolambda.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Gap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapJsonTest {
    private static final long FROM = 1679661600000L; // 2023-03-24 12:40 UTC
    private static final Gap OUTAGE = new Gap(
            "binance", "BTCUSDT", FROM, FROM + 80 * 60_000, Gap.Cause.EXCHANGE, FROM + 4_860_000, FROM + 8_460_000, 2);

    @Test
    void shouldReadWhatItWrote() {
        assertThat(GapJson.parse(GapJson.write(OUTAGE))).isEqualTo(new Parsed.Ok<>(OUTAGE));
        assertThat(OUTAGE.minutes()).isEqualTo(80);
        assertThat(OUTAGE.key()).isEqualTo("BTCUSDT|1679661600000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"to\":1679666400000; \"to\":1679661600000; to must be on a later whole minute",
                "\"from\":1679661600000; \"from\":1679661600001; from must be on a whole minute",
                "\"cause\":\"exchange\"; \"cause\":\"ours\"; cause must be exchange or invalid",
                "\"asked\":2; \"asked\":\"2\"; asked must be a whole number",
                "\"schema\":1; \"schema\":9; schema must be 1",
            })
    void shouldNameWhatBreaksTheContract(String good, String bad, String reason) {
        String json = new String(GapJson.write(OUTAGE), StandardCharsets.UTF_8);
        String broken = json.replace(good, bad);

        assertThat(broken).isNotEqualTo(json);
        assertThat(GapJson.parse(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Parsed.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains(reason));
    }
}
