package io.cryptolambda.batch.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.batch.store.PartitionRewrite;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the closed months of the master dataset, those before the newest, to one file per symbol, sorted by time; then
 * deletes files that have been out of use for long.
 *
 * <p>Idempotent: a month that has one file per symbol is passed over. Each month is a commit of its own, which changes no
 * row; killed at any point, the table reads the same.
 */
public final class CompactJob {
    /** Who reads an older version of the table at least has this long: below it, running jobs could lose their input. */
    public static final Duration SHORTEST_RETENTION = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(CompactJob.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_TIME = Set.of(MasterColumns.REJECTED_MONTH, MasterColumns.IMPORTS_MONTH);
    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    private final MasterDataset master;
    private final Duration retention;
    private final Clock clock;

    /**
     * @param retention how long a file is kept that the newest version does not need
     * @throws IllegalArgumentException if that is too short
     */
    public CompactJob(MasterDataset master, Duration retention, Clock clock) {
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("retention must be at least " + SHORTEST_RETENTION.toHours() + "h");
        }
        this.master = master;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What a run has done.
     *
     * @param months number of months rewritten
     * @param passedOver number of closed months that were compact already
     * @param filesBefore number of files that the rewritten months had
     * @param filesAfter number of files that they have now
     */
    public record Result(int months, int passedOver, int filesBefore, int filesAfter) {}

    /** Runs once. */
    public Result run() {
        PartitionRewrite rewrite = new PartitionRewrite(master.path(), MasterColumns.MONTH);
        TreeMap<String, List<String>> months = new TreeMap<>(rewrite.statistics());
        months.keySet().removeAll(WITHOUT_TIME);
        if (!months.isEmpty()) {
            months.remove(months.lastKey());
        }
        int rewritten = 0;
        int before = 0;
        int after = 0;
        for (Map.Entry<String, List<String>> month : months.entrySet()) {
            if (!isCompact(month.getValue())) {
                master.requireHeld();
                int files = rewrite.rewrite(month.getKey(), CompactJob::layout, clock.millis());
                rewritten++;
                before += month.getValue().size();
                after += files;
                LOG.info(
                        "event=month_compacted month={} files_before={} files={}",
                        month.getKey(),
                        month.getValue().size(),
                        files);
            }
        }
        master.path().vacuum(retention.toMillis() / MILLIS_PER_HOUR);
        return new Result(rewritten, months.size() - rewritten, before, after);
    }

    private static Dataset<Row> layout(Dataset<Row> rows) {
        return SymbolSlots.spread(rows).sortWithinPartitions("open_time", "as_of", "import_sequence");
    }

    /** Whether each file is of one symbol, and each symbol in one file. */
    static boolean isCompact(List<String> statistics) {
        Set<String> symbols = new HashSet<>();
        for (String file : statistics) {
            JsonNode json = read(file);
            String least = json.at("/minValues/symbol").asText(null);
            String largest = json.at("/maxValues/symbol").asText(null);
            if (least == null || !least.equals(largest) || !symbols.add(least)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Delta wrote statistics that are not JSON", e);
        }
    }
}
