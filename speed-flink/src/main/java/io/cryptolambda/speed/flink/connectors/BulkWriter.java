package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.access.Backoff;
import io.cryptolambda.speed.flink.records.Document;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the newest of each document in bulks, by count, size, time and before a checkpoint. One request is under way at a
 * time, while the next is filled. A version conflict is a success: something newer is there. A server that is busy or away
 * is tried again without end; a document that is refused for what it is goes to the dead letters, and the others of its
 * request are written. So writing is idempotent, and in the end nothing is lost.
 *
 * <p>Everything but the client's own work runs in the task's thread: answers and timers come as its mails, and it waits for
 * them by letting these run, so that it can be cancelled at any time.
 */
@SuppressWarnings("try") // close() may throw anything, says SinkWriter
final class BulkWriter implements SinkWriter<Document> {
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_DOCUMENTS = 2_000;
    // What is live reaches clients by way of Kafka: here it can wait until the burst of a minute's turn has gone by
    // there.
    private static final long LONGEST_MILLIS = 500;
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

    private final BulkClient client;
    private final RejectedWriter rejected;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService time;
    private final Counter sent;
    private final Counter superseded;
    private final Counter stale;
    private final Counter retried;
    private final Map<String, Document> newest = new LinkedHashMap<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), new SplittableRandom());
    private List<Document> underWay = List.of();
    private int bytes;
    private boolean timerSet;
    private boolean overdue;
    private Context context;

    BulkWriter(
            BulkClient client,
            RejectedWriter rejected,
            MailboxExecutor mailbox,
            ProcessingTimeService time,
            SinkWriterMetricGroup metrics) {
        this.client = client;
        this.rejected = rejected;
        this.mailbox = mailbox;
        this.time = time;
        this.sent = metrics.counter("documents_sent");
        this.superseded = metrics.counter("documents_superseded");
        this.stale = metrics.counter("documents_stale");
        this.retried = metrics.counter("documents_retried");
    }

    @Override
    public void write(Document document, Context elementContext) throws InterruptedException {
        context = elementContext;
        hold(document);
        while (isFull()) {
            sendOrWait();
        }
        if (!timerSet && !newest.isEmpty()) {
            timerSet = true;
            time.registerTimer(time.getCurrentProcessingTime() + LONGEST_MILLIS, now -> {
                timerSet = false;
                overdue = true;
                sendOverdue();
            });
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        while (!newest.isEmpty() || !underWay.isEmpty()) {
            sendOrWait();
        }
        rejected.flush();
    }

    @Override
    public void close() throws Exception {
        rejected.close();
    }

    private void hold(Document document) {
        Document before = newest.get(document.id());
        if (before != null) {
            superseded.inc();
            if (before.asOf() > document.asOf()) {
                return;
            }
            bytes -= before.json().length;
        }
        newest.put(document.id(), document);
        bytes += document.json().length;
    }

    private boolean isFull() {
        return newest.size() >= MOST_DOCUMENTS || bytes >= MOST_BYTES;
    }

    private void sendOrWait() throws InterruptedException {
        if (underWay.isEmpty()) {
            sendNewest();
        } else {
            mailbox.yield();
        }
    }

    private void sendOverdue() {
        if (overdue && underWay.isEmpty() && !newest.isEmpty()) {
            sendNewest();
        }
    }

    private void sendNewest() {
        underWay = new ArrayList<>(newest.values());
        newest.clear();
        bytes = 0;
        overdue = false;
        sent.inc(underWay.size());
        send();
    }

    private void send() {
        client.send(underWay).whenComplete((answer, failure) -> {
            try {
                mailbox.execute(() -> answered(answer, failure), "answer to a bulk request");
            } catch (RejectedExecutionException e) {
                LOG.debug("event=answer_after_the_end");
            }
        });
    }

    private void answered(HttpResponse<byte[]> answer, Throwable failure) throws IOException, InterruptedException {
        if (failure != null) {
            retryAll(failure.toString());
        } else if (PASSING.contains(answer.statusCode())) {
            retryAll("status " + answer.statusCode());
        } else if (answer.statusCode() / 100 != 2) {
            throw new IOException("Elasticsearch refuses a bulk request with " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        } else {
            List<BulkAnswer.Refusal> refusals;
            try {
                refusals = BulkAnswer.refusals(answer.body(), underWay.size());
            } catch (IOException e) {
                retryAll(e.toString());
                return;
            }
            settle(refusals);
        }
    }

    private void settle(List<BulkAnswer.Refusal> refusals) throws IOException, InterruptedException {
        List<Document> again = new ArrayList<>();
        for (BulkAnswer.Refusal refusal : refusals) {
            Document document = underWay.get(refusal.number());
            if (refusal.status() == CONFLICT) {
                stale.inc();
            } else if (refusal.status() == BAD_REQUEST) {
                rejected.write(document, refusal.error(), context);
            } else if (PASSING.contains(refusal.status())) {
                again.add(document);
            } else {
                throw new IOException("Elasticsearch refuses " + document.index() + " " + document.id() + " with "
                        + refusal.status() + ": " + refusal.error());
            }
        }
        if (again.isEmpty()) {
            underWay = List.of();
            backoff.reset();
            sendOverdue();
        } else {
            retry(again);
        }
    }

    private void retryAll(String reason) {
        LOG.warn("event=elasticsearch_unavailable documents={} reason=\"{}\"", underWay.size(), reason);
        retry(underWay);
    }

    private void retry(List<Document> documents) {
        retried.inc(documents.size());
        underWay = documents;
        time.registerTimer(time.getCurrentProcessingTime() + backoff.next().toMillis(), now -> send());
    }
}
