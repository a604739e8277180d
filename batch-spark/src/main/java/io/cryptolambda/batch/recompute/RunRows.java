package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.row.RowReader;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.StructType;

/** The rows of {@code views/runs}. */
final class RunRows {
    static final StructType SCHEMA = StructType.fromDDL(
            """
            run_id STRING, generation INT, k MAP<INT, BIGINT>, full BOOLEAN, reason STRING, format INT,
            master_version BIGINT, candles_version BIGINT, bars_version BIGINT, days_version BIGINT,
            boundary MAP<STRING, BIGINT>, documents MAP<STRING, BIGINT>, newest BIGINT, retained_from BIGINT,
            seeded_at BIGINT, indices ARRAY<STRING>, started_at BIGINT, finished_at BIGINT""");

    private RunRows() {}

    static Row write(StoredRun stored) {
        BatchRun run = stored.run();
        RowWriter row = new RowWriter(SCHEMA.size());
        row.add(run.runId(), run.generation(), run.k());
        row.add(stored.full(), stored.reason(), stored.format(), stored.masterVersion());
        row.add(
                stored.versions().candles(),
                stored.versions().bars(),
                stored.versions().days());
        row.add(byText(run.boundary()), byText(run.documents()), stored.newest(), run.retainedFrom());
        row.add(stored.seededAt(), stored.indices());
        return row.add(run.startedAt(), run.finishedAt()).row();
    }

    static StoredRun read(InternalRow source) {
        RowReader row = new RowReader(source);
        String runId = row.text();
        int generation = row.intValue();
        MapData k = row.map();
        boolean full = row.bool();
        String reason = row.textOrNull();
        int format = row.intValue();
        long masterVersion = row.longValue();
        ViewVersions versions = new ViewVersions(row.longValue(), row.longValue(), row.longValue());
        Map<Interval, Long> boundary = byInterval(row.map());
        Map<Interval, Long> documents = byInterval(row.map());
        long newest = row.longValue();
        long retainedFrom = row.longValue();
        long seededAt = row.longValue();
        List<String> indices = row.texts();
        BatchRun run = new BatchRun(
                runId, generation, byPartition(k), boundary, documents, retainedFrom, row.longValue(), row.longValue());
        return new StoredRun(run, full, reason, format, masterVersion, versions, newest, seededAt, indices);
    }

    private static TreeMap<Integer, Long> byPartition(MapData map) {
        TreeMap<Integer, Long> byPartition = new TreeMap<>();
        for (int i = 0; i < map.numElements(); i++) {
            byPartition.put(map.keyArray().getInt(i), map.valueArray().getLong(i));
        }
        return byPartition;
    }

    private static Map<String, Long> byText(Map<Interval, Long> values) {
        Map<String, Long> byText = new HashMap<>();
        values.forEach((interval, value) -> byText.put(interval.text(), value));
        return byText;
    }

    private static Map<Interval, Long> byInterval(MapData map) {
        Map<Interval, Long> byInterval = new EnumMap<>(Interval.class);
        for (int i = 0; i < map.numElements(); i++) {
            byInterval.put(
                    Interval.parse(map.keyArray().getUTF8String(i).toString()),
                    map.valueArray().getLong(i));
        }
        return byInterval;
    }
}
