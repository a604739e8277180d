package io.cryptolambda.serving.testing;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Archive files of the exchange as the rows that its REST interface gives. */
public final class ArchiveKlines {
    private ArchiveKlines() {}

    /** The rows of one day's file. */
    public static List<ArchiveRow> file(String symbol, String interval, String day) throws IOException {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day))
                .orElseThrow()
                .rows();
    }

    /** The rows as JSON. */
    public static JsonArray rows(List<ArchiveRow> rows) {
        JsonArray json = new JsonArray();
        rows.forEach(row -> json.add(row(row.openTime(), row.closeTime(), row.market())));
        return json;
    }

    /** Every {@code count} rows as one; the archive has none missing. */
    public static JsonArray rolledUp(List<ArchiveRow> rows, int count) {
        JsonArray json = new JsonArray();
        for (int i = 0; i + count <= rows.size(); i += count) {
            List<ArchiveRow> part = new ArrayList<>(rows.subList(i, i + count));
            MarketValues market = part.stream()
                    .map(ArchiveRow::market)
                    .reduce(MarketValues::followedBy)
                    .orElseThrow();
            json.add(row(part.get(0).openTime(), part.get(count - 1).closeTime(), market));
        }
        return json;
    }

    private static JsonArray row(long openTime, long closeTime, MarketValues market) {
        return new JsonArray()
                .add(openTime)
                .add(market.open().toPlainString())
                .add(market.high().toPlainString())
                .add(market.low().toPlainString())
                .add(market.close().toPlainString())
                .add(market.volume().toPlainString())
                .add(closeTime)
                .add(market.quoteVolume().toPlainString())
                .add(market.trades())
                .add(market.takerBuyVolume().toPlainString())
                .add(market.takerBuyQuoteVolume().toPlainString())
                .add("0");
    }
}
