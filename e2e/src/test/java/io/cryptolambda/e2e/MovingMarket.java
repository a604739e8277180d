package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Topics;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Many pairs of which each moves four times a second: the documents that Streams and Flink would write of them. A
 * program of its own, so that it can stand back behind what is measured.
 */
final class MovingMarket {
    private static final String NICENESS = "15";
    private static final int EVERY_MILLIS = 250;
    private static final long MINUTE = 60_000;
    private static final long START = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();
    private static final int TICKS_A_MINUTE = 8;

    private final Random random = new Random(7);
    private final ObjectNode candle = ExchangeRows.raw("BTCUSDT", "2024-01-01", 0);
    private final double[] prices;
    private final KafkaProducer<String, String> producer;
    private long tick;

    private MovingMarket(String kafka, int pairs) {
        this.prices = random.doubles(pairs, 0.01, 2_000).toArray();
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 5),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Starts it with a low priority; it moves until it is ended. */
    static Process start(String kafka, int pairs) throws IOException {
        return new ProcessBuilder(
                        "nice",
                        "-n",
                        NICENESS,
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MovingMarket.class.getName(),
                        kafka,
                        String.valueOf(pairs))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/moving-market.log"))
                .start();
    }

    /** @param arguments Kafka's address and the number of pairs */
    public static void main(String[] arguments) {
        MovingMarket market = new MovingMarket(arguments[0], Integer.parseInt(arguments[1]));
        Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(market::move, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void move() {
        tick++;
        for (int i = 0; i < prices.length; i++) {
            double change = random.nextGaussian() * 0.001;
            prices[i] *= Math.exp(change);
            String symbol = String.format(Locale.ROOT, "P%03dUSDT", i);
            String close = BigDecimal.valueOf(prices[i])
                    .setScale(8, RoundingMode.HALF_UP)
                    .toPlainString();
            send(Topics.FEATURES, symbol, close, "1m", MINUTE, change);
            send(Topics.INDICATORS, symbol, close, "15m", 15 * MINUTE, change);
        }
    }

    private void send(String topic, String symbol, String close, String interval, long millis, double change) {
        long now = START + tick / TICKS_A_MINUTE * MINUTE;
        ObjectNode document = candle.deepCopy()
                .put("symbol", symbol)
                .put("pair", symbol.replace("USDT", "/USDT"))
                .put("interval", interval)
                .put("open_time", now / millis * millis)
                .put("close", close)
                .put("as_of", tick)
                .put("as_of_time", System.currentTimeMillis())
                .put("partition", 0)
                .put("complete", true)
                .put("late", false)
                .put("rsi_14", 50 + 20 * random.nextGaussian());
        for (String feature : new String[] {"log_return_1", "log_return_5", "log_return_15", "log_return_60"}) {
            document.put(feature, change);
        }
        for (String feature : new String[] {"volatility_15", "volatility_60", "zscore_20", "volume_zscore_60"}) {
            document.put(feature, random.nextGaussian());
        }
        producer.send(new ProducerRecord<>(topic, symbol, document.toString()));
    }
}
