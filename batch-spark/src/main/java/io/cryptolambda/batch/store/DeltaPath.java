package io.cryptolambda.batch.store;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A Delta table by its place.
 *
 * @param spark the session
 * @param location the place, such as {@code s3a://crypto-lambda/views/bars}
 */
public record DeltaPath(SparkSession spark, String location) {

    /**
     * A commit that was found by the text it carries.
     *
     * @param version the table's version that it made
     * @param rows number of rows it wrote
     */
    public record Commit(long version, long rows) {}

    /** Whether there is a table. */
    public boolean exists() {
        return DeltaTable.isDeltaTable(spark, location);
    }

    /** The table's current version. */
    public long version() {
        return table().history(1).select("version").first().getLong(0);
    }

    /** The table as of {@code version}. */
    public Dataset<Row> at(long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(location);
    }

    /** The table's properties. */
    public Map<String, String> properties() {
        Map<Object, Object> properties =
                table().detail().select("properties").first().getJavaMap(0);
        Map<String, String> copy = new HashMap<>();
        properties.forEach((name, value) -> copy.put((String) name, (String) value));
        return copy;
    }

    /** Sets properties, in one commit. */
    public void setProperties(Map<String, String> properties) {
        String assignments = properties.entrySet().stream()
                .map(property -> "'" + property.getKey() + "' = '" + property.getValue() + "'")
                .collect(Collectors.joining(", "));
        spark.sql("ALTER TABLE delta.`" + location + "` SET TBLPROPERTIES (" + assignments + ")");
    }

    /**
     * The newest commit among the last few that carries exactly {@code userMetadata}.
     *
     * @throws IllegalStateException if there is none
     */
    public Commit commit(String userMetadata) {
        List<Row> found = table().history(20)
                .where(col("userMetadata").equalTo(userMetadata))
                .selectExpr("version", "coalesce(cast(operationMetrics['numOutputRows'] AS BIGINT), 0)")
                .takeAsList(1);
        if (found.isEmpty()) {
            throw new IllegalStateException("another run wrote to " + location + " at the same time; nothing of this"
                    + " run was stored there; run one at a time");
        }
        return new Commit(found.get(0).getLong(0), found.get(0).getLong(1));
    }

    /** Deletes files that no version younger than {@code hours} needs. */
    public void vacuum(double hours) {
        table().vacuum(hours);
    }

    private DeltaTable table() {
        return DeltaTable.forPath(spark, location);
    }
}
