package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
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

    static StoredRun read(Row row) {
        BatchRun run = new BatchRun(
                row.getAs("run_id"),
                row.<Integer>getAs("generation"),
                new TreeMap<>(row.<Integer, Long>getJavaMap(row.fieldIndex("k"))),
                byInterval(row.getJavaMap(row.fieldIndex("boundary"))),
                byInterval(row.getJavaMap(row.fieldIndex("documents"))),
                row.<Long>getAs("retained_from"),
                row.<Long>getAs("started_at"),
                row.<Long>getAs("finished_at"));
        ViewVersions versions = new ViewVersions(
                row.<Long>getAs("candles_version"), row.<Long>getAs("bars_version"), row.<Long>getAs("days_version"));
        return new StoredRun(
                run,
                row.<Boolean>getAs("full"),
                row.getAs("reason"),
                row.<Integer>getAs("format"),
                row.<Long>getAs("master_version"),
                versions,
                row.<Long>getAs("newest"),
                row.<Long>getAs("seeded_at"),
                List.copyOf(row.getList(row.fieldIndex("indices"))));
    }

    private static Map<String, Long> byText(Map<Interval, Long> values) {
        Map<String, Long> byText = new HashMap<>();
        values.forEach((interval, value) -> byText.put(interval.text(), value));
        return byText;
    }

    private static Map<Interval, Long> byInterval(Map<String, Long> values) {
        Map<Interval, Long> byInterval = new EnumMap<>(Interval.class);
        values.forEach((text, value) -> byInterval.put(Interval.parse(text), value));
        return byInterval;
    }
}
