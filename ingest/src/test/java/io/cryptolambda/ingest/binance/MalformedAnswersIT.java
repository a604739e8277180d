package io.cryptolambda.ingest.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in place of klines: it is asked for again, so often and no more, and nothing of it is used. */
class MalformedAnswersIT {
    private static final long FROM = 1_704_067_200_000L;
    private static final String GOOD = rows(FROM, FROM + 60_000);

    private final MockWebServer server = new MockWebServer();
    private final FakeProtocolTime time = new FakeProtocolTime();
    private BinanceRestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        OkHttpClient http =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(60)).build();
        client = client(http);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAskAgainAfterAPageOfHtml() throws Exception {
        answer("<html>maintenance</html>");
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterATruncatedAnswer() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body(GOOD)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterAnAnswerThatBreaksOffWithinJson() throws Exception {
        answer(GOOD.substring(0, GOOD.length() - 30));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterSomethingBehindTheAnswer() throws Exception {
        answer(GOOD + "[]");
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterRowsInTheWrongOrder() throws Exception {
        answer(rows(FROM + 60_000, FROM));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterARowThatComesTwice() throws Exception {
        answer(rows(FROM, FROM));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterAPageThatWasGivenBefore() throws Exception {
        answer(rows(FROM - 120_000, FROM - 60_000));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterAnObjectInPlaceOfRows() throws Exception {
        answer("{\"code\":0}");
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterAnAnswerThatComesTooLate() throws Exception {
        client = client(
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(3)).build());
        server.enqueue(new MockResponse.Builder()
                .body(GOOD)
                .headersDelay(10, java.util.concurrent.TimeUnit.SECONDS)
                .build());
        for (int i = 0; i < 7; i++) {
            answer(GOOD);
        }

        KlinePage page = client.klines("BTCUSDT", FROM, FROM + 60_000);

        assertThat(page.klines()).hasSize(2);
        // More than two if the machine is so busy that a good answer is late as well.
        assertThat(server.getRequestCount()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldLeaveAGzipBombWhereItIs() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(bomb())
                .build());
        shouldGetTheGoodAnswerAtLast(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 408, 500, 502, 503, 504})
    void shouldAskAgainAfterAStatusThatSaysNothingAboutTheRequest(int status) throws Exception {
        server.enqueue(new MockResponse.Builder().code(status).body("<html>").build());
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldSetARowApartOnlyIfTheExchangeInsistsOnIt() throws Exception {
        String broken = GOOD.replace("]]", "],[\"broken\"]]");
        answer(broken);
        answer(broken);
        answer(broken);

        KlinePage page = client.klines("BTCUSDT", FROM, FROM + 600_000);

        assertThat(page.klines()).hasSize(2);
        assertThat(page.unreadable()).containsExactly("[\"broken\"]");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void shouldKeepOnlyTheBeginningOfARowThatIsHuge() throws Exception {
        String broken = GOOD.replace("]]", "],[\"" + "x".repeat(1_500_000) + "\"]]");
        answer(broken);
        answer(broken);
        answer(broken);

        KlinePage page = client.klines("BTCUSDT", FROM, FROM + 600_000);

        assertThat(page.unreadable()).singleElement().asString().hasSize(10_000).startsWith("[\"xxx");
    }

    @Test
    void shouldAskAgainAfterMoreRowsThanWereAskedFor() throws Exception {
        answer(rows(
                LongStream.range(0, 1_001).map(minute -> FROM + minute * 60_000).toArray()));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterARowFromBehindTheEnd() throws Exception {
        answer(rows(FROM, FROM + 120_000));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterAnEmptyBody() throws Exception {
        answer("");
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainAfterJsonThatIsNestedWithoutEnd() throws Exception {
        answer("[".repeat(200_000));
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldAskAgainWhereWhatIsPackedBreaksOff() throws Exception {
        Buffer packed = bomb();
        Buffer half = new Buffer();
        half.write(packed, packed.size() / 2);
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(half)
                .build());
        shouldGetTheGoodAnswerAtLast(2);
    }

    @Test
    void shouldGiveUpAfterABoundedNumberOfAttempts() {
        for (int i = 0; i < 20; i++) {
            answer("<html>maintenance</html>");
        }

        assertThatThrownBy(() -> client.klines("BTCUSDT", FROM, FROM + 60_000))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessageContaining("8 attempts");
        assertThat(server.getRequestCount()).isEqualTo(8);
        assertThat(time.waited()).isLessThan(Duration.ofMinutes(3));
    }

    private void shouldGetTheGoodAnswerAtLast(int requests) throws InterruptedException {
        answer(GOOD);
        KlinePage page = client.klines("BTCUSDT", FROM, FROM + 60_000);

        assertThat(page.klines()).extracting(Kline::openTime).containsExactly(FROM, FROM + 60_000);
        assertThat(page.unreadable()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    private BinanceRestClient client(OkHttpClient http) {
        return new BinanceRestClient(
                http,
                server.url("/"),
                time,
                new WeightBudget(time, time),
                new SplittableRandom(1),
                new SimpleMeterRegistry());
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static Buffer bomb() throws IOException {
        Buffer packed = new Buffer();
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (okio.BufferedSink gzip = Okio.buffer(new GzipSink(packed))) {
            for (int i = 0; i < 64; i++) {
                gzip.write(spaces);
            }
        }
        return packed;
    }

    private static String rows(long... openTimes) {
        List<String> rows = Arrays.stream(openTimes)
                .mapToObj(open -> "[" + open + ",\"1\",\"2\",\"1\",\"2\",\"5\"," + (open + 59_999)
                        + ",\"7\",3,\"1\",\"1\",\"0\"]")
                .toList();
        return "[" + String.join(",", rows) + "]";
    }
}
