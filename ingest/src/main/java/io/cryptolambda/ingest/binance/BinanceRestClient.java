package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the exchange by REST. Requests only read, so they are repeated with backoff until there is an answer; where the
 * exchange asks to wait (429, 418), or its weight for this minute is nearly used up, it waits. Not for several threads.
 */
public final class BinanceRestClient implements CandleHistory {
    private static final int PAGE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(BinanceRestClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double WEIGHT_SHARE = 0.9;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Pause pause;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Backoff backoff;
    private final AtomicInteger usedWeight;
    private int weightLimit = 6000;

    /**
     * @param base such as {@code https://api.binance.com}
     * @param pause how to wait
     * @param clock protocol time
     */
    public BinanceRestClient(
            OkHttpClient client,
            HttpUrl base,
            Pause pause,
            InstantSource clock,
            RandomGenerator random,
            MeterRegistry metrics) {
        this.client = client;
        this.base = base;
        this.pause = pause;
        this.clock = clock;
        this.metrics = metrics;
        this.backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30), random);
        this.usedWeight = metrics.gauge("ingest_rest_used_weight", new AtomicInteger());
    }

    @Override
    public int page() {
        return PAGE;
    }

    @Override
    public long time() throws InterruptedException {
        return ask("time", Map.of()).path("serverTime").longValue();
    }

    /** All symbols of the exchange. Takes over its weight limit as well. */
    public List<ExchangeSymbol> symbols() throws InterruptedException {
        JsonNode info = ask("exchangeInfo", Map.of());
        for (JsonNode limit : info.path("rateLimits")) {
            if (limit.path("rateLimitType").asText().equals("REQUEST_WEIGHT")) {
                weightLimit = limit.path("limit").asInt(weightLimit);
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
        Map<String, Double> volumes = new HashMap<>();
        for (JsonNode ticker : ask("ticker/24hr", Map.of())) {
            volumes.put(
                    ticker.path("symbol").asText(), ticker.path("quoteVolume").asDouble());
        }
        return volumes;
    }

    @Override
    public List<Kline> klines(String symbol, long from, long to) throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("symbol", symbol);
        parameters.put("interval", "1m");
        parameters.put("startTime", Long.toString(from));
        if (to < Long.MAX_VALUE) {
            parameters.put("endTime", Long.toString(to));
        }
        parameters.put("limit", Integer.toString(PAGE));
        List<Kline> klines = new ArrayList<>();
        for (JsonNode row : ask("klines", parameters)) {
            read(symbol, row, klines);
        }
        return klines;
    }

    private void read(String symbol, JsonNode row, List<Kline> klines) {
        try {
            klines.add(KlineReader.row(symbol, row));
        } catch (IllegalArgumentException e) {
            metrics.counter("ingest_unreadable_rows").increment();
            LOG.error("event=unreadable_row symbol={} reason=\"{}\"", symbol, e.getMessage());
        }
    }

    private JsonNode ask(String path, Map<String, String> parameters) throws InterruptedException {
        HttpUrl.Builder url = base.newBuilder().addPathSegments("api/v3/" + path);
        parameters.forEach(url::addQueryParameter);
        Request request = new Request.Builder().url(url.build()).build();
        while (true) {
            waitForWeight();
            metrics.counter("ingest_rest_requests", "path", path).increment();
            try (Response response = client.newCall(request).execute()) {
                note(response);
                String body = response.body().string();
                if (response.isSuccessful()) {
                    backoff.reset();
                    return JSON.readTree(body);
                }
                afterFailure(path, response, body);
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                retryLater(path, e.toString(), backoff.next());
            }
        }
    }

    private void afterFailure(String path, Response response, String body) throws InterruptedException {
        int status = response.code();
        if (status == 429 || status == 418) {
            usedWeight.set(0);
            retryLater(path, "asked to wait with " + status, retryAfter(response));
        } else if (status >= 500 || status == 408) {
            retryLater(path, "status " + status, backoff.next());
        } else {
            throw new RequestRefused(path, status, body);
        }
    }

    private void retryLater(String path, String reason, Duration wait) throws InterruptedException {
        metrics.counter("ingest_rest_retries", "path", path).increment();
        LOG.warn("event=rest_retry path={} reason=\"{}\" wait_ms={}", path, reason, wait.toMillis());
        pause.forDuration(wait);
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After");
        boolean given = seconds != null && seconds.matches("\\d{1,9}");
        return given ? Duration.ofSeconds(Long.parseLong(seconds)) : MINUTE;
    }

    private void note(Response response) {
        String weight = response.header("X-MBX-USED-WEIGHT-1M");
        if (weight != null && weight.matches("\\d{1,9}")) {
            usedWeight.set(Integer.parseInt(weight));
        }
    }

    private void waitForWeight() throws InterruptedException {
        if (usedWeight.get() >= WEIGHT_SHARE * weightLimit) {
            long wait = MINUTE.toMillis() - Math.floorMod(clock.millis(), MINUTE.toMillis());
            LOG.info("event=weight_wait used={} limit={} wait_ms={}", usedWeight.get(), weightLimit, wait);
            pause.forDuration(Duration.ofMillis(wait));
            usedWeight.set(0);
        }
    }
}
