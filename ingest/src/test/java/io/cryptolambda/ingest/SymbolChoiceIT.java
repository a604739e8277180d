package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.ExchangeSymbol;
import io.cryptolambda.ingest.binance.Pause;
import io.cryptolambda.ingest.binance.WeightBudget;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SymbolChoiceIT {
    private static final String NOT_ASCII = "\u5e01\u5b89\u4eba\u751fUSDT";
    private static final Shard ALL = new Shard(0, 1);

    private final MockWebServer server = new MockWebServer();
    private String symbols = Stream.of(
                    symbol("BTCUSDT", "TRADING", "USDT"),
                    symbol("ETHUSDT", "TRADING", "USDT"),
                    symbol("ETHBTC", "TRADING", "BTC"),
                    symbol("LUNAUSDT", "BREAK", "USDT"),
                    symbol(NOT_ASCII, "TRADING", "USDT"))
            .collect(Collectors.joining(","));

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getTarget().startsWith("/api/v3/exchangeInfo")
                        ? "{\"symbols\":[" + symbols + "]}"
                        : "[" + volume("BTCUSDT", 7) + "," + volume("ETHUSDT", 9) + "," + volume("ETHBTC", 99) + ","
                                + volume(NOT_ASCII, 8) + "," + volume("LUNAUSDT", 100) + "]";
                return new MockResponse.Builder().body(body).build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTakeThoseNamedInTheirOrder() throws Exception {
        assertThat(chosen(choice(List.of(NOT_ASCII, "BTCUSDT"), 20, "USDT"))).containsExactly(NOT_ASCII, "BTCUSDT");
    }

    @Test
    void shouldNameWhatTheExchangeDoesNotHave() {
        assertThatThrownBy(() -> chosen(choice(List.of("BTCUSDT", "NOPEUSDT"), 20, "USDT")))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessageContaining("NOPEUSDT");
    }

    @Test
    void shouldLeaveOutWhatIsNamedButNotTraded() throws Exception {
        assertThat(chosen(choice(List.of("BTCUSDT", "LUNAUSDT"), 20, "USDT"))).containsExactly("BTCUSDT");
    }

    @Test
    void shouldTakeTheLargestByQuoteVolumeOfOneQuoteAsset() throws Exception {
        assertThat(chosen(choice(List.of(), 2, "USDT"))).containsExactly("ETHUSDT", NOT_ASCII);
        assertThat(chosen(choice(List.of(), 1, "BTC"))).containsExactly("ETHBTC");
    }

    @Test
    void shouldTakeAllThatAreTraded() throws Exception {
        assertThat(chosen(choice(List.of(), 0, "any")))
                .containsExactlyInAnyOrder("BTCUSDT", "ETHUSDT", "ETHBTC", NOT_ASCII);
    }

    @Test
    void shouldKeepWhoIsAmongTheLargestAndReplaceOnlyWhoIsDelisted() throws Exception {
        SymbolChoice choice = choice(List.of(), 2, "USDT");

        assertThat(names(choice.choose(Set.of("BTCUSDT", "ETHUSDT")))).containsExactlyInAnyOrder("BTCUSDT", "ETHUSDT");
        assertThat(names(choice.choose(Set.of("BTCUSDT", "LUNAUSDT")))).containsExactlyInAnyOrder("BTCUSDT", "ETHUSDT");
    }

    @Test
    void shouldDoWithoutANamedSymbolThatIsDelistedLater() throws Exception {
        SymbolChoice choice = choice(List.of("BTCUSDT", "ETHUSDT"), 20, "USDT");
        symbols = symbol("BTCUSDT", "TRADING", "USDT");

        assertThat(names(choice.choose(Set.of("BTCUSDT", "ETHUSDT")))).containsExactly("BTCUSDT");
    }

    private SymbolChoice choice(List<String> named, int top, String quote) {
        BinanceRestClient exchange = new BinanceRestClient(
                new OkHttpClient(),
                server.url("/"),
                Pause.REAL,
                new WeightBudget(Pause.REAL, InstantSource.system()),
                new SplittableRandom(1),
                new SimpleMeterRegistry());
        return new SymbolChoice(exchange, ALL, named, top, quote);
    }

    private static List<String> chosen(SymbolChoice choice) throws InterruptedException {
        return names(choice.choose(Set.of()));
    }

    private static List<String> names(List<ExchangeSymbol> symbols) {
        return symbols.stream().map(ExchangeSymbol::symbol).toList();
    }

    private static String symbol(String name, String status, String quote) {
        String base = name.substring(0, name.length() - quote.length());
        return "{\"symbol\":\"%s\",\"status\":\"%s\",\"baseAsset\":\"%s\",\"quoteAsset\":\"%s\"}"
                .formatted(name, status, base, quote);
    }

    private static String volume(String symbol, long quoteVolume) {
        return "{\"symbol\":\"%s\",\"quoteVolume\":\"%d.5\"}".formatted(symbol, quoteVolume);
    }
}
