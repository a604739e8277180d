package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** What is asked of the exchange by REST. All methods fail as {@link CandleHistory} says. Thread-safe. */
public final class BinanceRestClient implements CandleHistory {
    private static final int PAGE = 1000;
    private static final long MEGABYTE = 1 << 20;

    private final RestTransport transport;
    private final WeightBudget budget;

    /**
     * @param base such as {@code https://api.binance.com}
     * @param pause how to wait
     */
    public BinanceRestClient(
            OkHttpClient client,
            HttpUrl base,
            Pause pause,
            WeightBudget budget,
            RandomGenerator random,
            MeterRegistry metrics) {
        this.budget = budget;
        this.transport = new RestTransport(client, base, pause, budget, random, metrics);
    }

    @Override
    public long time() throws InterruptedException {
        return transport.ask(new RestTransport.Query("time", Map.of(), 1, MEGABYTE), answer -> {
            long time = answer.path("serverTime").asLong();
            if (time <= 0) {
                throw new BrokenAnswer("no server time");
            }
            return time;
        });
    }

    /** All symbols of the exchange. Takes over its weight limit as well. */
    public List<ExchangeSymbol> symbols() throws InterruptedException {
        return transport.ask(new RestTransport.Query("exchangeInfo", Map.of(), 20, 32 * MEGABYTE), this::symbols);
    }

    private List<ExchangeSymbol> symbols(JsonNode info) throws BrokenAnswer {
        if (!info.path("symbols").isArray()) {
            throw new BrokenAnswer("no symbols");
        }
        for (JsonNode limit : info.path("rateLimits")) {
            if (limit.path("rateLimitType").asText().equals("REQUEST_WEIGHT")) {
                budget.limit(limit.path("limit").asInt());
            }
        }
        List<ExchangeSymbol> symbols = new ArrayList<>();
        for (JsonNode symbol : info.path("symbols")) {
            symbols.add(new ExchangeSymbol(
                    symbol.path("symbol").asText(),
                    symbol.path("status").asText(),
                    symbol.path("baseAsset").asText(),
                    symbol.path("quoteAsset").asText()));
        }
        return symbols;
    }

    /** The quote volume of the last 24 hours by symbol; rounded, for ranking only. */
    public Map<String, Double> quoteVolumes() throws InterruptedException {
        return transport.ask(new RestTransport.Query("ticker/24hr", Map.of(), 80, 8 * MEGABYTE), answer -> {
            Map<String, Double> volumes = new HashMap<>();
            for (JsonNode ticker : answer) {
                volumes.put(
                        ticker.path("symbol").asText(),
                        ticker.path("quoteVolume").asDouble());
            }
            return volumes;
        });
    }

    @Override
    public KlinePage klines(String symbol, long from, long to) throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("symbol", symbol);
        parameters.put("interval", "1m");
        parameters.put("startTime", Long.toString(from));
        if (to < Long.MAX_VALUE) {
            parameters.put("endTime", Long.toString(to));
        }
        parameters.put("limit", Integer.toString(PAGE));
        return transport.ask(
                new RestTransport.Query("klines", parameters, 2, 2 * MEGABYTE),
                new KlinePageReader(symbol, from, to, PAGE)::read);
    }
}
