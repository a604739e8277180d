package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import io.cryptolambda.speed.kstreams.candles.Applied;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.SymbolCandles;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The operator: a raw record in, every changed feature document or a dead letter out.
 *
 * <p>What is warm in memory never outlives the task: Streams brings a task back after an aborted transaction by
 * {@code init}, with its stores as of the last commit, and then everything is read from them again.
 */
final class FeatureProcessor implements Processor<byte[], byte[], byte[], Object> {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Duration horizon;
    private final Duration commitInterval;
    private final int generation;
    private final FeatureMetrics metrics;
    private final Map<String, SymbolCandles> symbols = new HashMap<>();

    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<Bytes, byte[]> candles;
    private KeyValueStore<Bytes, byte[]> knowledge;
    private PartitionLog log;
    private LiveCommits commits;

    FeatureProcessor(Duration horizon, Duration commitInterval, int generation, FeatureMetrics metrics) {
        this.horizon = horizon;
        this.commitInterval = commitInterval;
        this.generation = generation;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
        this.candles = context.getStateStore(FeatureTopology.CANDLE_STORE);
        this.knowledge = context.getStateStore(FeatureTopology.KNOWLEDGE_STORE);
        this.log = new PartitionLog(knowledge, context.taskId().partition(), metrics);
        this.commits = new LiveCommits(context, commitInterval);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, commits);
        symbols.clear();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        commits.processed(record.timestamp());
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        long position = KnowledgePosition.of(generation, origin.offset());
        long stretchFrom = log.read(position);
        Parsed<Candle> parsed = RawCandleParser.parse(record.key(), record.value());
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            emit(
                    record,
                    symbol(ok.value().symbol())
                            .apply(new LoggedCandle(ok.value(), position, record.timestamp()), stretchFrom));
        } else if (parsed instanceof Parsed.Rejected<Candle> rejected) {
            context.forward(DeadLetter.of(record, origin, rejected.reason()), FeatureTopology.DEAD_LETTERS);
            metrics.deadLetter();
        }
    }

    @Override
    public void close() {
        symbols.clear();
    }

    private SymbolCandles symbol(String symbol) {
        return symbols.computeIfAbsent(
                symbol,
                absent -> new SymbolCandles(
                        new StreamsSymbolStore(absent, candles, knowledge),
                        context.taskId().partition(),
                        horizon));
    }

    private void emit(Record<byte[], byte[]> cause, Applied applied) {
        for (EnrichedCandle emission : applied.emissions()) {
            Object value = emission;
            context.forward(
                    new Record<>(cause.key(), value, cause.timestamp(), new RecordHeaders()),
                    FeatureTopology.ENRICHED_CANDLES);
        }
        metrics.applied(applied);
    }
}
