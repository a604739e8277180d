package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer with klines and checks that it is the one asked for. */
final class KlinePageReader {
    /** Most characters that are kept of a row that is none: a longer record might be refused by the log. */
    private static final int LONGEST_ROW = 10_000;

    private final String symbol;
    private final long from;
    private final long to;
    private final int limit;
    private int brokenBefore;

    /**
     * @param from first open time asked for
     * @param to last open time asked for
     * @param limit most rows asked for
     */
    KlinePageReader(String symbol, long from, long to, int limit) {
        this.symbol = symbol;
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    /**
     * A row that cannot be read spoils the whole page; only if the exchange gives it again and again is the page taken,
     * with that row set apart.
     *
     * @throws BrokenAnswer if it is no list, a row cannot be read, or rows are out of order or of another page
     */
    KlinePage read(JsonNode answer) throws BrokenAnswer {
        if (!answer.isArray() || answer.size() > limit) {
            throw new BrokenAnswer("not a list of at most " + limit + " rows");
        }
        List<Kline> klines = new ArrayList<>(answer.size());
        List<String> unreadable = new ArrayList<>();
        String problem = null;
        long next = from;
        for (JsonNode row : answer) {
            try {
                Kline kline = KlineReader.row(symbol, row);
                if (kline.openTime() < next || kline.openTime() > to) {
                    throw new BrokenAnswer("row of " + kline.openTime() + " where " + next + " or later was due");
                }
                next = kline.openTime() + 1;
                klines.add(kline);
            } catch (IllegalArgumentException e) {
                problem = e.getMessage();
                unreadable.add(cut(row.toString()));
            }
        }
        if (problem != null && (++brokenBefore < 3 || klines.isEmpty())) {
            throw new BrokenAnswer("row cannot be read: " + problem);
        }
        return new KlinePage(klines, unreadable, answer.size() == limit, next);
    }

    private static String cut(String row) {
        return row.length() > LONGEST_ROW ? row.substring(0, LONGEST_ROW) : row;
    }
}
