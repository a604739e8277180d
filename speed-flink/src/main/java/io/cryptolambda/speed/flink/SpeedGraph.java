package io.cryptolambda.speed.flink;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.speed.flink.functions.BarProcess;
import io.cryptolambda.speed.flink.functions.ParseFeatures;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The job's graph; production and tests run the same one with other ends. */
public final class SpeedGraph {
    // For display and metrics only: nothing computed waits for a watermark.
    private static final WatermarkStrategy<EnrichedCandle> EVENT_TIME =
            WatermarkStrategy.<EnrichedCandle>forBoundedOutOfOrderness(Duration.ofMinutes(1))
                    .withTimestampAssigner((candle, none) -> candle.candle().openTime())
                    .withIdleness(Duration.ofSeconds(10));

    private SpeedGraph() {}

    /**
     * Where the graph's results go.
     *
     * @param documents Elasticsearch documents of candles and bars
     * @param indicators changed bars
     * @param late candles beyond the horizon
     * @param deadLetters records that break the contract
     */
    public record Ends(
            Consumer<DataStream<Document>> documents,
            Consumer<DataStream<EnrichedBar>> indicators,
            Consumer<DataStream<EnrichedCandle>> late,
            Consumer<DataStream<DeadLetter>> deadLetters) {}

    /**
     * Lays the graph between a source of the features topic and the ends.
     *
     * @param horizon how far behind a symbol's newest candle a candle is still applied
     */
    public static void defineWorkflow(DataStream<KafkaValue> features, Duration horizon, Ends ends) {
        SingleOutputStreamOperator<EnrichedCandle> candles = features.process(new ParseFeatures())
                .returns(RecordTypes.CANDLE)
                .uid("parse-features")
                .name("parse features");

        SingleOutputStreamOperator<EnrichedBar> bars = candles.assignTimestampsAndWatermarks(EVENT_TIME)
                .uid("event-time")
                .name("event time")
                .keyBy(candle -> candle.candle().symbol(), Types.STRING)
                .process(new BarProcess(horizon))
                .returns(RecordTypes.BAR)
                .uid("bars")
                .name("bars and indicators");

        DataStream<Document> candleDocuments = candles.filter(candle -> !candle.late())
                .uid("candles-in-time")
                .name("candles in time")
                .map(Document::of)
                .returns(RecordTypes.DOCUMENT)
                .uid("candle-documents")
                .name("candle documents");

        DataStream<Document> barDocuments = bars.map(Document::of)
                .returns(RecordTypes.DOCUMENT)
                .uid("bar-documents")
                .name("bar documents");

        ends.documents().accept(candleDocuments.union(barDocuments));
        ends.indicators().accept(bars);
        ends.late().accept(bars.getSideOutput(BarProcess.LATE));
        ends.deadLetters().accept(candles.getSideOutput(ParseFeatures.DEAD_LETTERS));
    }
}
