package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.access.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests and gives whole, checked answers. Requests only read, so they are repeated: with backoff where the
 * exchange fails, after the time it names where it asks to wait; both only so often. Thread-safe.
 */
final class RestTransport {
    private static final Logger LOG = LoggerFactory.getLogger(RestTransport.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int ATTEMPTS = 8;
    private static final int WAITS = 20;

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Pause pause;
    private final WeightBudget budget;
    private final RandomGenerator random;
    private final MeterRegistry metrics;

    RestTransport(
            OkHttpClient client,
            HttpUrl base,
            Pause pause,
            WeightBudget budget,
            RandomGenerator random,
            MeterRegistry metrics) {
        this.client = client;
        this.base = base;
        this.pause = pause;
        this.budget = budget;
        this.random = random;
        this.metrics = metrics;
        metrics.gauge("ingest_rest_used_weight", budget, WeightBudget::used);
    }

    /**
     * A request.
     *
     * @param weight what the exchange counts for it
     * @param longest most bytes its answer may have, unpacked
     */
    record Query(String path, Map<String, String> parameters, int weight, long longest) {}

    /** Makes something of an answer. */
    interface Reader<T> {
        /** @throws BrokenAnswer if it is not what was asked for; it is asked for again then */
        T read(JsonNode answer) throws BrokenAnswer;
    }

    /**
     * Asks until there is an answer.
     *
     * @throws RequestRefused if the exchange refuses what is asked
     * @throws ExchangeUnavailable if there is no usable answer in a bounded number of attempts
     */
    <T> T ask(Query query, Reader<T> reader) throws InterruptedException {
        HttpUrl.Builder url = base.newBuilder().addPathSegments("api/v3/" + query.path());
        query.parameters().forEach(url::addQueryParameter);
        Request request = new Request.Builder().url(url.build()).build();
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30), random);
        int waits = 0;
        for (int attempt = 1; ; attempt++) {
            budget.reserve(query.weight());
            metrics.counter("ingest_rest_requests", "path", query.path()).increment();
            String reason;
            try (Response response = client.newCall(request).execute()) {
                note(response);
                int status = response.code();
                if (response.isSuccessful()) {
                    return reader.read(
                            JSON.readTree(body(response, query.longest()).inputStream()));
                }
                reason = "status " + status;
                if (status == 429 || status == 418) {
                    Duration wait = RetryAfter.of(response.header("Retry-After"), status);
                    budget.waitFor(wait);
                    retrying(query, reason, wait);
                    if (++waits < WAITS) {
                        attempt--;
                        continue;
                    }
                } else if (status != 403 && status != 408 && status < 500) {
                    throw new RequestRefused(
                            query.path(), status, response.peekBody(1_000).string());
                }
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                reason = reason(e);
            }
            if (attempt >= ATTEMPTS) {
                throw new ExchangeUnavailable(query.path(), attempt, reason);
            }
            Duration wait = backoff.next();
            retrying(query, reason, wait);
            pause.forDuration(wait);
        }
    }

    // Jackson's own text has several lines.
    private static String reason(IOException e) {
        return e instanceof JsonProcessingException json ? "no JSON: " + json.getOriginalMessage() : e.toString();
    }

    private Buffer body(Response response, long longest) throws IOException {
        BufferedSource source = response.body().source();
        Buffer read = new Buffer();
        // Read piece by piece: what unpacks to more than anybody would send is left where it is.
        while (source.read(read, 64 * 1024) != -1) {
            if (read.size() > longest) {
                throw new BrokenAnswer("more than " + longest + " bytes");
            }
        }
        metrics.counter("ingest_rest_bytes").increment(read.size());
        return read;
    }

    private void note(Response response) {
        String weight = response.header("X-MBX-USED-WEIGHT-1M");
        if (weight != null && weight.matches("\\d{1,9}")) {
            budget.told(Integer.parseInt(weight));
        }
    }

    private void retrying(Query query, String reason, Duration wait) {
        metrics.counter("ingest_rest_retries", "path", query.path()).increment();
        LOG.warn("event=rest_retry path={} reason=\"{}\" wait_ms={}", query.path(), reason, wait.toMillis());
    }
}
