package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A market without end, made up: every symbol's price walks at random in steps of the minute and is drawn gently to its
 * base price. A function of (seed, start, symbol, minute): days are generated one after the other from the price at
 * which the day before closed, so that any restart gives the same candles.
 */
public final class RandomMarket implements Market {
    private static final long HISTORY = 2 * DAY;
    private static final int MINUTES = (int) (DAY / Interval.ONE_MINUTE.millis());
    private static final double VOLATILITY = 0.0008;
    private static final double PULL = 0.0002;

    /** Symbols and the prices about which they walk. */
    private static final Map<String, Double> BASE_PRICES = Map.ofEntries(
            Map.entry("BTCUSDT", 62_000.0),
            Map.entry("ETHUSDT", 2_900.0),
            Map.entry("SOLUSDT", 145.0),
            Map.entry("BNBUSDT", 580.0),
            Map.entry("XRPUSDT", 0.52),
            Map.entry("DOGEUSDT", 0.12),
            Map.entry("ADAUSDT", 0.45),
            Map.entry("AVAXUSDT", 35.0),
            Map.entry("LINKUSDT", 14.0),
            Map.entry("DOTUSDT", 6.8),
            Map.entry("MATICUSDT", 0.7),
            Map.entry("LTCUSDT", 82.0),
            Map.entry("TRXUSDT", 0.11),
            Map.entry("ATOMUSDT", 8.4),
            Map.entry("NEARUSDT", 5.3),
            Map.entry("UNIUSDT", 7.5),
            Map.entry("APTUSDT", 9.1),
            Map.entry("ARBUSDT", 1.05),
            Map.entry("FILUSDT", 5.8),
            Map.entry("SHIBUSDT", 0.00002400));

    private final long seed;
    private final long streamFrom;
    private final List<String> symbols;
    private final DayCache cache = new DayCache(this::generate);
    // Per symbol the closing price of each day generated so far, counted from the first one.
    private final Map<String, List<Double>> dayCloses = new HashMap<>();

    /**
     * @param seed the market's seed
     * @param streamFrom where history ends, epoch milliseconds UTC, on a whole minute
     * @param wanted the symbols to trade; empty for all
     * @throws IllegalArgumentException for a symbol this market does not have
     */
    public RandomMarket(long seed, long streamFrom, List<String> wanted) {
        for (String symbol : wanted) {
            if (!BASE_PRICES.containsKey(symbol)) {
                throw new IllegalArgumentException("the made-up market has no " + symbol);
            }
        }
        this.seed = seed;
        this.streamFrom = streamFrom;
        this.symbols = (wanted.isEmpty() ? BASE_PRICES.keySet() : wanted)
                .stream().sorted().toList();
    }

    @Override
    public String identity() {
        return "random walk " + seed;
    }

    @Override
    public List<String> symbols() {
        return symbols;
    }

    @Override
    public long historyFrom() {
        return streamFrom - HISTORY;
    }

    @Override
    public long streamFrom() {
        return streamFrom;
    }

    @Override
    public OptionalLong end() {
        return OptionalLong.empty();
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        boolean outside = day < Market.dayOf(historyFrom()) || !symbols.contains(symbol);
        return outside ? List.of() : cache.day(symbol, day);
    }

    @Override
    public OptionalLong nextDay(long day) {
        return OptionalLong.of(Math.max(day, Market.dayOf(historyFrom())));
    }

    // Called by the cache under its lock.
    private List<Candle> generate(String symbol, long day) {
        long first = Market.dayOf(historyFrom());
        List<Double> closes = dayCloses.computeIfAbsent(symbol, any -> new ArrayList<>());
        for (long missing = first + closes.size(); missing < day; missing++) {
            walk(symbol, missing);
        }
        return walk(symbol, day).stream()
                .filter(candle -> candle.openTime() >= historyFrom())
                .toList();
    }

    private List<Candle> walk(String symbol, long day) {
        int index = Math.toIntExact(day - Market.dayOf(historyFrom()));
        List<Double> closes = dayCloses.get(symbol);
        double base = BASE_PRICES.get(symbol);
        double price = index == 0 ? base : closes.get(index - 1);
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + symbol.hashCode() * 31L + day);
        List<Candle> candles = new ArrayList<>(MINUTES);
        for (int minute = 0; minute < MINUTES; minute++) {
            double open = price;
            double pull = PULL * (base / price - 1);
            double close = open * (1 + pull + VOLATILITY * bell(random));
            double high = Math.max(open, close) * (1 + VOLATILITY * random.nextDouble());
            double low = Math.min(open, close) * (1 - VOLATILITY * random.nextDouble());
            price = close;
            long openTime = day * DAY + minute * Interval.ONE_MINUTE.millis();
            candles.add(candle(symbol, openTime, open, high, low, close, random));
        }
        if (index == closes.size()) {
            closes.add(price);
        }
        return candles;
    }

    private static Candle candle(
            String symbol, long openTime, double open, double high, double low, double close, SplittableRandom random) {
        long trades = 1 + random.nextLong(2_000);
        BigDecimal volume = decimal(trades * 1_000.0 / open * (0.5 + random.nextDouble()), 5);
        BigDecimal quoteVolume = decimal(volume.doubleValue() * (high + low) / 2, MarketValues.SCALE);
        BigDecimal takerShare = BigDecimal.valueOf(random.nextInt(101), 2);
        int places = pricePlaces(BASE_PRICES.get(symbol));
        MarketValues market = new MarketValues(
                decimal(open, places),
                decimal(high, places),
                decimal(low, places),
                decimal(close, places),
                volume,
                quoteVolume,
                trades,
                volume.multiply(takerShare).setScale(MarketValues.SCALE, RoundingMode.DOWN),
                quoteVolume.multiply(takerShare).setScale(MarketValues.SCALE, RoundingMode.DOWN));
        long closeTime = Interval.ONE_MINUTE.end(openTime) - 1;
        return new Candle(
                EXCHANGE, symbol, Symbols.pair(symbol), openTime, closeTime, market, Source.WS, closeTime + 1);
    }

    // A sum of uniform numbers, bell-shaped, mean 0, deviation 1: exactly reproducible on every platform.
    private static double bell(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    // Prices move in ticks of about five digits, as an exchange's do.
    private static int pricePlaces(double basePrice) {
        int digitsBeforePoint = (int) Math.floor(Math.log10(basePrice)) + 1;
        return Math.min(MarketValues.SCALE, Math.max(2, 5 - digitsBeforePoint));
    }

    private static BigDecimal decimal(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
