package io.cryptolambda.batch.master;

import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of the master dataset: a record of the log with its position and, typed, the candle it tells of.
 *
 * <p>A record that breaks the contract is kept too: its candle columns are null, {@code rejected} says why, {@code value}
 * holds its original bytes, and its {@code month} is {@value #REJECTED_MONTH}. A row of an archive file has no offset; its
 * {@code import_sequence} is above 0 and orders it after the record of the log that has the same position.
 */
final class LogRecordRows {
    /** Where records are kept that have no open time. */
    static final String REJECTED_MONTH = "rejected";

    /** Where it is kept which files were imported. */
    static final String IMPORTS_MONTH = "imports";

    /** What {@code import_sequence} is for a record of the log. */
    static final long OF_THE_LOG = 0;

    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    static final StructType SCHEMA = StructType.fromDDL(
            """
            generation INT, partition INT, offset BIGINT, as_of BIGINT, append_time BIGINT, key BINARY,
            """
                    + CandleColumns.DDL + ", rejected STRING, value BINARY, import_sequence BIGINT, month STRING");

    private final int generation;
    private final Object[] values = new Object[SCHEMA.size()];
    private final InternalRow row = new GenericInternalRow(values);
    private final MonthText months = new MonthText();
    private int next;

    private LogRecordRows(int generation) {
        this.generation = generation;
    }

    /**
     * The rows of {@code records}; each is overwritten by the next.
     *
     * @param generation generation of the raw topic
     */
    static Iterator<InternalRow> of(Iterator<LogRecord> records, int generation) {
        LogRecordRows rows = new LogRecordRows(generation);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public InternalRow next() {
                return rows.of(records.next());
            }
        };
    }

    /** The row of a record, in Spark's own form: going through its public one costs more than parsing. */
    private InternalRow of(LogRecord record) {
        Arrays.fill(values, null);
        next = 0;
        long position = KnowledgePosition.of(generation, record.offset());
        add(generation, record.partition(), record.offset(), position, record.appendTime(), record.key());
        Parsed<Candle> parsed = RawCandleParser.parse(record.key(), record.value());
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            add(ok.value());
            add(null, null, OF_THE_LOG, months.of(ok.value().openTime()));
        } else {
            next += CandleColumns.COUNT;
            String reason = ((Parsed.Rejected<Candle>) parsed).reason();
            add(UTF8String.fromString(reason), record.value(), OF_THE_LOG, UTF8String.fromString(REJECTED_MONTH));
        }
        return row;
    }

    private void add(Candle candle) {
        MarketValues market = candle.market();
        add(
                UTF8String.fromString(candle.exchange()),
                UTF8String.fromString(candle.symbol()),
                UTF8String.fromString(candle.pair()),
                candle.openTime(),
                candle.closeTime(),
                decimal(market.open()),
                decimal(market.high()),
                decimal(market.low()),
                decimal(market.close()),
                decimal(market.volume()),
                decimal(market.quoteVolume()),
                market.trades(),
                decimal(market.takerBuyVolume()),
                decimal(market.takerBuyQuoteVolume()),
                UTF8String.fromString(candle.source().text()),
                candle.ingestedAt());
    }

    private void add(Object... more) {
        for (Object value : more) {
            values[next++] = value;
        }
    }

    private static Decimal decimal(BigDecimal value) {
        return Decimal.apply(value, MarketValues.PRECISION, MarketValues.SCALE);
    }
}
