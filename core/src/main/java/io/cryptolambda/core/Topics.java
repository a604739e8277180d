package io.cryptolambda.core;

import java.util.List;
import java.util.Map;

/** The Kafka topics and how each is configured: the one definition that launchers create them from. */
public final class Topics {
    /** Raw closed 1-minute candles, key = symbol: the log. */
    public static final String RAW = "crypto_ohlcv_1m";

    /** Candles with rolling features, partitioned as the log. */
    public static final String FEATURES = "crypto_features_1m";

    /** Bars with indicators, key = symbol. */
    public static final String INDICATORS = "crypto_indicators";

    /** Records that break the contract: original bytes, and the headers of {@link DeadLetterHeaders}. */
    public static final String DEAD_LETTERS = "crypto_dead_letters";

    /** What batch tells the speed layer of each symbol and interval, key = {@code symbol|interval}: seeds. */
    public static final String BARS = "crypto_bars";

    /** Candles beyond the horizon, left to the batch layer. */
    public static final String LATE = "crypto_late";

    /** The gap ledger: minutes the exchange itself does not have, key = symbol|from, compacted. */
    public static final String GAPS = "crypto_gaps";

    /** The running minute as far as it is known, key = symbol; optional, for display only. */
    public static final String OPEN_CANDLES = "crypto_ohlcv_live";

    private static final String ONE_HOUR = "3600000";
    private static final String SEVEN_DAYS = "604800000";
    private static final String THIRTY_DAYS = "2592000000";

    // Append time throughout: records of 2022 replayed today must not be expired or refused by their event time.
    private static final Map<String, String> LOG =
            Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "delete", "retention.ms", SEVEN_DAYS);
    private static final Map<String, String> KEPT_LONGER =
            Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "delete", "retention.ms", THIRTY_DAYS);

    // Of each key the newest value is kept for ever.
    private static final Map<String, String> NEWEST_KEPT =
            Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "compact");
    private static final Map<String, String> DISPLAY = Map.of(
            "message.timestamp.type", "LogAppendTime", "cleanup.policy", "compact,delete", "retention.ms", ONE_HOUR);

    private Topics() {}

    /**
     * A topic to create.
     *
     * @param name its name
     * @param configuration Kafka's topic settings
     */
    public record Topic(String name, Map<String, String> configuration) {}

    /** All topics; every one has the same number of partitions, which {@code FEATURES} needs to follow {@code RAW}. */
    public static List<Topic> all() {
        return List.of(
                new Topic(RAW, LOG),
                new Topic(FEATURES, LOG),
                new Topic(INDICATORS, LOG),
                new Topic(BARS, NEWEST_KEPT),
                new Topic(DEAD_LETTERS, KEPT_LONGER),
                new Topic(LATE, KEPT_LONGER),
                new Topic(GAPS, NEWEST_KEPT),
                new Topic(OPEN_CANDLES, DISPLAY));
    }
}
