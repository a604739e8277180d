package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A market without end, made up: prices follow a {@link PricePath}, volume the hour of the day and the liveliness of the
 * path. Each candle is a function of (seed, symbol, minute) alone, so nothing is kept and any restart gives the same ones.
 */
public final class RandomMarket implements Market {
    /** History before the streamed part. */
    public static final Duration HISTORY = Duration.ofDays(2);

    private static final long MINUTE = Interval.ONE_MINUTE.millis();
    private static final int VOLUME_PLACES = 5;

    private final long seed;
    private final long streamFrom;
    private final long historyFrom;
    private final List<String> symbols;
    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(String symbol, String pair, PricePath path, int places, long seed, double size) {}

    /**
     * @param seed the market's seed
     * @param streamFrom where history ends, epoch milliseconds UTC, on a whole minute
     * @param history how much history there is before that
     * @param count how many symbols the market has, at most 2,000
     * @param wanted which of them to trade; empty for all
     * @throws IllegalArgumentException for a symbol this market does not have
     */
    public RandomMarket(long seed, long streamFrom, Duration history, int count, List<String> wanted) {
        Map<String, Double> all = MadeUpSymbols.first(wanted.isEmpty() ? count : MadeUpSymbols.MOST);
        for (String symbol : wanted) {
            if (!all.containsKey(symbol)) {
                throw new IllegalArgumentException("the made-up market has no " + symbol);
            }
        }
        this.seed = seed;
        this.streamFrom = streamFrom;
        this.historyFrom = streamFrom - history.toMillis();
        this.symbols =
                (wanted.isEmpty() ? all.keySet() : wanted).stream().sorted().toList();
        symbols.forEach(symbol -> assets.put(symbol, asset(symbol, all.get(symbol))));
    }

    @Override
    public String identity() {
        return "made-up market " + seed;
    }

    @Override
    public List<String> symbols() {
        return symbols;
    }

    @Override
    public long historyFrom() {
        return historyFrom;
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
        Asset asset = assets.get(symbol);
        if (asset == null) {
            return List.of();
        }
        List<Candle> candles = new ArrayList<>();
        for (long time = Math.max(day * DAY, historyFrom); time < (day + 1) * DAY; time += MINUTE) {
            candles.add(candle(asset, time));
        }
        return candles;
    }

    @Override
    public LongFunction<List<Candle>> minutes(long day) {
        return openTime -> openTime < historyFrom
                ? List.of()
                : assets.values().stream().map(asset -> candle(asset, openTime)).toList();
    }

    @Override
    public OptionalLong nextDay(long day) {
        return OptionalLong.of(Math.max(day, Market.dayOf(historyFrom)));
    }

    private Asset asset(String symbol, double base) {
        long own = seed * 1_000_003L + symbol.hashCode();
        double size = StrictMath.exp(4 * PricePath.uniform(own, -1) - 2);
        return new Asset(symbol, Symbols.pair(symbol), new PricePath(own, base), pricePlaces(base), own, size);
    }

    private static Candle candle(Asset asset, long openTime) {
        double open = asset.path.at(openTime);
        double close = asset.path.at(openTime + MINUTE);
        double lively = asset.path.volatility(openTime);
        double wick = 0.0004 * lively;
        double high = Math.max(open, close) * (1 + wick * PricePath.uniform(asset.seed + 1, openTime));
        double low = Math.min(open, close) * (1 - wick * PricePath.uniform(asset.seed + 2, openTime));
        double busy = lively * byHour(openTime) * (0.3 + 1.4 * PricePath.uniform(asset.seed + 3, openTime));
        long trades = 1 + (long) (400 * busy);
        BigDecimal volume = decimal(asset.size * busy * 40_000 / open, VOLUME_PLACES);
        BigDecimal quoteVolume = decimal(volume.doubleValue() * (open + close) / 2, MarketValues.SCALE);
        BigDecimal taker = BigDecimal.valueOf(20 + (long) (60 * PricePath.uniform(asset.seed + 4, openTime)), 2);
        MarketValues market = new MarketValues(
                decimal(open, asset.places),
                decimal(high, asset.places),
                decimal(low, asset.places),
                decimal(close, asset.places),
                volume,
                quoteVolume,
                trades,
                volume.multiply(taker).setScale(MarketValues.SCALE, RoundingMode.DOWN),
                quoteVolume.multiply(taker).setScale(MarketValues.SCALE, RoundingMode.DOWN));
        long closeTime = openTime + MINUTE - 1;
        return new Candle(EXCHANGE, asset.symbol, asset.pair, openTime, closeTime, market, Source.WS, closeTime + 1);
    }

    // Quiet in the small hours UTC, busiest in the afternoon.
    private static double byHour(long time) {
        double day = (double) Math.floorMod(time, DAY) / DAY;
        return 1 + 0.6 * StrictMath.sin(2 * Math.PI * (day - 0.38));
    }

    // Prices move in ticks of about five digits, as an exchange's do.
    private static int pricePlaces(double basePrice) {
        int digitsBeforePoint = (int) Math.floor(Math.log10(basePrice)) + 1;
        return Math.min(MarketValues.SCALE, Math.max(2, 5 - digitsBeforePoint));
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(Math.round(value * StrictMath.pow(10, places)), places);
    }
}
