package io.cryptolambda.batch.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents in bulk requests of bounded size.
 *
 * <p>Idempotent: ids are the documents' own and an index is written by one run alone, so a request sent twice changes
 * nothing. (Versions by knowledge position, as the speed layer has them, would refuse the rare document that comes to rest
 * on an <em>earlier</em> record: where an import overtook the archive of the log.) A request that Elasticsearch is too busy for, or that it does not answer, is sent again after a growing, jittered
 * pause, a bounded number of times. Any other failure of any document is an exception.
 */
final class BulkWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final ElasticsearchClient client;
    private final RandomGenerator random;
    private final Lines lines = new Lines();

    BulkWriter(ElasticsearchClient client, RandomGenerator random) {
        this.client = client;
        this.random = random;
    }

    /** Adds a document; it is written when enough of them are together, or at {@link #finish()}. */
    void add(Document document) {
        if (lines.size() + document.source().length > MAX_BYTES) {
            flush();
        }
        try (JsonGenerator json = JSON.createGenerator(lines)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("index");
            json.writeStringField("_index", document.index());
            json.writeStringField("_id", document.id());
            json.writeStringField("routing", document.routing());
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.write('\n');
        lines.writeBytes(document.source());
        lines.write('\n');
    }

    /** Writes what is left. */
    void finish() {
        flush();
    }

    private void flush() {
        if (lines.size() == 0) {
            return;
        }
        int attempt = 1;
        while (!sent(attempt == MAX_ATTEMPTS)) {
            pause(attempt);
            attempt++;
        }
        lines.reset();
    }

    /** Whether all went well; false if it is worth another try. */
    private boolean sent(boolean lastAttempt) {
        try {
            JsonNode answer = client.sendLines("/_bulk?filter_path=errors,items.*.error", lines.bytes(), lines.size());
            if (!answer.get("errors").booleanValue()) {
                return true;
            }
            JsonNode error = worst(answer.get("items"));
            if (lastAttempt || !isBusy(error)) {
                throw new IllegalStateException("Elasticsearch refused a document: " + error);
            }
            return false;
        } catch (ElasticsearchException e) {
            if (lastAttempt || e.status() != 429 && e.status() < 500) {
                throw e;
            }
            return false;
        } catch (UncheckedIOException e) {
            if (lastAttempt) {
                throw e;
            }
            return false;
        }
    }

    /** An error that trying again will not mend, if there is one; else any. */
    private static JsonNode worst(JsonNode items) {
        JsonNode found = null;
        for (JsonNode item : items) {
            JsonNode error = item.path("index").path("error");
            if (!error.isMissingNode() && (found == null || isBusy(found))) {
                found = error;
            }
        }
        return found;
    }

    private static boolean isBusy(JsonNode error) {
        return error.path("type").asText().equals("es_rejected_execution_exception");
    }

    private void pause(int attempt) {
        LOG.warn("event=bulk_retried attempt={} bytes={}", attempt, lines.size());
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Elasticsearch was busy", e);
        }
    }

    /** A buffer that gives its bytes away without a copy. */
    private static final class Lines extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
