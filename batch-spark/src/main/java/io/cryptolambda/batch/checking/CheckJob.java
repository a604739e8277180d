package io.cryptolambda.batch.checking;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.RowReader;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks bars against archive files of the rolled-up intervals; files of other intervals are passed over. */
public final class CheckJob {
    private static final Logger LOG = LoggerFactory.getLogger(CheckJob.class);
    private static final String[] COLUMNS = {
        "open_time",
        "open",
        "high",
        "low",
        "close",
        "volume",
        "quote_volume",
        "trades",
        "taker_buy_volume",
        "taker_buy_quote_volume",
        "candles"
    };

    private final Dataset<Row> bars;

    /** @param bars the view of bars */
    public CheckJob(Dataset<Row> bars) {
        this.bars = bars.where(col("closed"));
    }

    private record Series(String symbol, Interval interval) {}

    /**
     * Runs once.
     *
     * @param folder archive files, in it or below
     * @throws IOException if the folder cannot be read
     */
    public CheckResult run(Path folder) throws IOException {
        Map<Series, List<ArchiveFile>> series = ArchiveFile.find(folder).stream()
                .filter(file -> Interval.ROLLED_UP.stream()
                        .anyMatch(interval -> interval.text().equals(file.interval())))
                .collect(Collectors.groupingBy(file -> new Series(file.symbol(), Interval.parse(file.interval()))));
        CheckResult result = new CheckResult();
        for (Map.Entry<Series, List<ArchiveFile>> entry : series.entrySet()) {
            Series one = entry.getKey();
            TreeMap<Long, CheckedBar> ours = ours(one);
            SeriesCheck check = new SeriesCheck(one.symbol(), one.interval(), ours, result);
            for (ArchiveFile file : entry.getValue()) {
                result.file();
                check(file, check, result);
            }
        }
        LOG.info(
                "event=checked files={} differences={}",
                result.files(),
                result.differences().size());
        return result;
    }

    private TreeMap<Long, CheckedBar> ours(Series series) {
        TreeMap<Long, CheckedBar> ours = new TreeMap<>();
        Column ofSeries = col("interval")
                .equalTo(series.interval().text())
                .and(col("symbol").equalTo(series.symbol()));
        InternalRows.collect(bars.where(ofSeries).selectExpr(COLUMNS)).forEach(row -> {
            RowReader reader = new RowReader(row);
            ours.put(reader.longValue(), new CheckedBar(CandleColumns.readMarket(reader), reader.intValue()));
        });
        return ours;
    }

    private static void check(ArchiveFile file, SeriesCheck check, CheckResult result) throws IOException {
        ArchiveText.Unpacked unpacked = ArchiveText.unpack(file.name(), Files.readAllBytes(file.path()));
        if (unpacked instanceof ArchiveText.Refused refused) {
            result.unreadable(file.name() + " " + refused.reason());
            return;
        }
        try {
            check.against(file, file.rows(((ArchiveText.Text) unpacked).bytes()));
        } catch (IllegalArgumentException e) {
            result.unreadable(e.getMessage());
        }
    }
}
