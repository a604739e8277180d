package io.cryptolambda.batch.master;

import static io.cryptolambda.batch.master.MasterColumns.IMPORTS_MONTH;
import static io.cryptolambda.batch.master.MasterColumns.REJECTED_MONTH;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indices;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What an import appends to the master dataset. A note of each file goes with its rows, in the same commit: so a file is
 * known to be imported if and only if its rows are there.
 */
public final class ImportRows {
    /** The columns: those of the master dataset. */
    public static final StructType SCHEMA = MasterColumns.SCHEMA;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ImportRows() {}

    /** A row of a file, as a candle. */
    public static Row candle(Candle candle, ImportPosition position) {
        RowWriter row = begin(position, bytes(candle.symbol()));
        CandleColumns.write(candle, row);
        return row.add(null, null, position.sequence(), Indices.month(candle.openTime()))
                .row();
    }

    /**
     * A row that breaks the contract.
     *
     * @param line the row as it stands in the file
     * @param reason file, line and what is wrong
     */
    public static Row rejected(String symbol, String line, String reason, ImportPosition position) {
        return begin(position, bytes(symbol))
                .skip(CandleColumns.COUNT)
                .add(reason, bytes(line), position.sequence(), REJECTED_MONTH)
                .row();
    }

    /** The note that a file was imported. */
    public static Row imported(ImportedFile file, ImportPosition position) {
        ObjectNode note = JSON.createObjectNode();
        note.put("sha256", file.sha256()).put("to_master", file.toMaster());
        note.put("to_log", file.toLog()).put("rejected", file.rejected());
        return begin(position, bytes(file.name()))
                .skip(CandleColumns.COUNT)
                .add(null, bytes(note.toString()), file.sequence(), IMPORTS_MONTH)
                .row();
    }

    /** Reads a note of columns {@code key, value, import_sequence}. */
    static ImportedFile readImported(Row row) {
        try {
            JsonNode note = JSON.readTree(text(row.getAs(1)));
            return new ImportedFile(
                    text(row.getAs(0)),
                    note.required("sha256").textValue(),
                    row.getLong(2),
                    note.required("to_master").longValue(),
                    note.required("to_log").longValue(),
                    note.required("rejected").longValue());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("the master dataset's note of an imported file cannot be read", e);
        }
    }

    private static RowWriter begin(ImportPosition position, byte[] key) {
        return new RowWriter(SCHEMA.size())
                .add(position.generation(), position.partition(), null, position.asOf(), position.time(), key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
