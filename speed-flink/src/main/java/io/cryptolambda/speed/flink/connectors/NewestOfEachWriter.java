package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.speed.flink.records.Document;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Holds documents back for a moment and passes on the newest of each id: a bar in progress changes with every candle, and
 * writing is what costs most. Passes on by count, size, time and before a checkpoint.
 */
@SuppressWarnings("try") // close() may throw anything, says SinkWriter
final class NewestOfEachWriter implements SinkWriter<Document> {
    private static final int MOST_DOCUMENTS = 2_000;
    private static final int MOST_BYTES = 2 << 20;
    private static final long LONGEST_MILLIS = 100;

    private final SinkWriter<Document> bulks;
    private final RejectedWriter rejected;
    private final ProcessingTimeService time;
    private final Counter sent;
    private final Counter superseded;
    private final Map<String, Document> newest = new LinkedHashMap<>();
    private int bytes;
    private boolean timerSet;
    private boolean sending;
    private Context context;

    NewestOfEachWriter(
            SinkWriter<Document> bulks, RejectedWriter rejected, ProcessingTimeService time, MetricGroup metrics) {
        this.bulks = bulks;
        this.rejected = rejected;
        this.time = time;
        this.sent = metrics.counter("documents_sent");
        this.superseded = metrics.counter("documents_superseded");
    }

    @Override
    public void write(Document document, Context elementContext) throws IOException, InterruptedException {
        context = elementContext;
        hold(document);
        if (newest.size() >= MOST_DOCUMENTS || bytes >= MOST_BYTES) {
            send();
        } else if (!timerSet) {
            timerSet = true;
            time.registerTimer(time.getCurrentProcessingTime() + LONGEST_MILLIS, now -> {
                timerSet = false;
                send();
            });
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
        rejected.flush();
    }

    @Override
    public void close() throws Exception {
        bulks.close();
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

    private void send() throws IOException, InterruptedException {
        // Waiting for the answer lets the task's timers run, this writer's own among them.
        if (sending || newest.isEmpty()) {
            return;
        }
        sending = true;
        for (Document document : newest.values()) {
            bulks.write(document, context);
        }
        sent.inc(newest.size());
        newest.clear();
        bytes = 0;
        bulks.flush(false);
        rejected.write(context);
        sending = false;
    }
}
