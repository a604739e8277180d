package io.cryptolambda.bench.serving;

import static org.awaitility.Awaitility.await;

import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.core.Interval;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Thousands of clients, each of one symbol and interval. In every round each symbol and interval gets one update, all at
 * once as at the turn of a minute; taken is the time from writing an update to the topic until the last of its clients has
 * read it, all on this machine's clock.
 */
final class StreamRun {
    private static final double MILLION = 1e6;
    private static final long LONGEST_SECONDS = 30;

    private final ServingStack stack;
    private final List<LiveSeries> series = new ArrayList<>();
    private final int clients;
    private long[] sentAt;
    private long[] lastAt;
    private volatile long position;
    private volatile CountDownLatch missing = new CountDownLatch(0);

    StreamRun(ServingStack stack, int clients, int symbols) {
        this.stack = stack;
        this.clients = clients;
        for (int symbol = 0; symbol < symbols; symbol++) {
            for (Interval interval : Interval.values()) {
                series.add(LiveSeries.of("LIVE" + symbol + "USDT", interval));
            }
        }
    }

    /** Prints the table. One round more, the first, is not counted. */
    void measure(int rounds, PrintWriter out) throws Exception {
        List<Double> millis = new ArrayList<>();
        try (StreamClients streams = new StreamClients();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) stack.kafka()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int i = 0; i < clients; i++) {
                int of = i % series.size();
                streams.open(stack.serving(), series.get(of).query(), (data, nanos) -> heard(of, data, nanos));
            }
            long asked = System.nanoTime();
            streams.start();
            out.printf("%d streams asked for, of which %d were open at once", clients, streams.opened());
            awaitOpened(streams);
            out.printf(", all after %d ms%n", (System.nanoTime() - asked) / 1_000_000);
            for (int round = 0; round <= rounds; round++) {
                round(streams, producer, series.get(0).firstPosition() + round);
                for (int of = 0; of < Math.min(clients, series.size()) && round > 0; of++) {
                    millis.add((lastAt[of] - sentAt[of]) / MILLION);
                }
            }
        }
        millis.sort(null);
        TextTable table = new TextTable("clients", "series", "updates", "p50 ms", "p99 ms", "max ms");
        table.add(
                Integer.toString(clients),
                Integer.toString(series.size()),
                Integer.toString(millis.size()),
                text(millis, 0.5),
                text(millis, 0.99),
                text(millis, 1));
        out.printf("update to last client%n%n%s", table);
        out.flush();
    }

    /** An update that came before the server has opened a stream would be none of the client's. */
    private void awaitOpened(StreamClients streams) {
        await().atMost(Duration.ofSeconds(LONGEST_SECONDS)).until(() -> streams.opened() == clients);
    }

    private void round(StreamClients streams, KafkaProducer<byte[], byte[]> producer, long asOf)
            throws InterruptedException, IOException {
        List<byte[]> values = series.stream().map(each -> each.value(asOf)).toList();
        sentAt = new long[series.size()];
        lastAt = new long[series.size()];
        missing = new CountDownLatch(clients);
        position = asOf;
        for (int of = 0; of < series.size(); of++) {
            LiveSeries each = series.get(of);
            sentAt[of] = System.nanoTime();
            producer.send(new ProducerRecord<>(each.topic(), each.key(), values.get(of)));
        }
        producer.flush();
        if (!missing.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException(
                    missing.getCount() + " of " + clients + " clients were not told; reading: " + streams.failure());
        }
    }

    /** Called on the thread that reads all streams. */
    private void heard(int of, String data, long nanos) {
        if (data.contains("\"as_of\":" + position + ",")
                && data.contains(series.get(of).mark())) {
            lastAt[of] = nanos;
            missing.countDown();
        }
    }

    private static String text(List<Double> sorted, double share) {
        int index = (int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(share * sorted.size())) - 1);
        return String.format(Locale.ROOT, "%.0f", sorted.get(index));
    }
}
