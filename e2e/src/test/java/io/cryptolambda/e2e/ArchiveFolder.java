package io.cryptolambda.e2e;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Candles as files of the exchange's public archive, a day each. */
final class ArchiveFolder {
    private ArchiveFolder() {}

    /** Writes the files of one symbol's candles. */
    static void write(Path folder, List<Candle> candles) throws IOException {
        Files.createDirectories(folder);
        TreeMap<String, String> days = candles.stream()
                .collect(Collectors.groupingBy(
                        ArchiveFolder::day,
                        TreeMap::new,
                        Collectors.mapping(ArchiveFolder::row, Collectors.joining())));
        for (String day : days.keySet()) {
            String name = candles.get(0).symbol() + "-1m-" + day;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".zip")))) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                zip.write(days.get(day).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String day(Candle candle) {
        return Instant.ofEpochMilli(candle.openTime())
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static String row(Candle candle) {
        MarketValues market = candle.market();
        return String.join(
                ",",
                String.valueOf(candle.openTime()),
                market.open().toPlainString(),
                market.high().toPlainString(),
                market.low().toPlainString(),
                market.close().toPlainString(),
                market.volume().toPlainString(),
                String.valueOf(candle.closeTime()),
                market.quoteVolume().toPlainString(),
                String.valueOf(market.trades()),
                market.takerBuyVolume().toPlainString(),
                market.takerBuyQuoteVolume().toPlainString(),
                "0\n");
    }
}
