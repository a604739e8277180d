package io.cryptolambda.speed.flink;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.BarSeedsJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.functions.BarOperator;
import io.cryptolambda.speed.flink.functions.BarProcess;
import io.cryptolambda.speed.flink.functions.NewestOfEachBar;
import io.cryptolambda.speed.flink.functions.ParseRecords;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The job's graph; production and tests run the same one with other ends. */
public final class SpeedGraph {
    // For display and metrics only: nothing computed waits for a watermark.
    private static final WatermarkStrategy<EnrichedCandle> EVENT_TIME =
            WatermarkStrategy.<EnrichedCandle>forBoundedOutOfOrderness(Duration.ofMinutes(1))
                    .withTimestampAssigner((candle, none) -> candle.candle().openTime())
                    .withIdleness(Duration.ofSeconds(10));

    // Seeds have no place in event time: without a watermark of their own they would hold back that of the candles.
    private static final WatermarkStrategy<BarSeeds> OUTSIDE_EVENT_TIME =
            WatermarkStrategy.<BarSeeds>noWatermarks().withIdleness(Duration.ofSeconds(1));

    private SpeedGraph() {}

    /**
     * Where the graph's results go.
     *
     * @param documents Elasticsearch documents of candles and bars
     * @param indicators changed bars, the newest state of each in a few milliseconds
     * @param late candles beyond the horizon
     * @param deadLetters records that break the contract
     */
    public record Ends(
            Consumer<DataStream<Document>> documents,
            Consumer<DataStream<EnrichedBar>> indicators,
            Consumer<DataStream<EnrichedCandle>> late,
            Consumer<DataStream<DeadLetter>> deadLetters) {}

    /**
     * Lays the graph between the sources and the ends.
     *
     * @param features records of the features topic
     * @param seeds records of the topic of seeds
     * @param horizon how far behind a symbol's newest candle a candle is still applied
     */
    public static void defineWorkflow(
            DataStream<KafkaValue> features, DataStream<KafkaValue> seeds, Duration horizon, Ends ends) {
        SingleOutputStreamOperator<EnrichedCandle> candles = features.process(
                        new ParseRecords<>(EnrichedCandleJson::read))
                .returns(RecordTypes.CANDLE)
                .uid("parse-features")
                .name("parse features");

        SingleOutputStreamOperator<BarSeeds> foundations = seeds.process(new ParseRecords<>(BarSeedsJson::read))
                .returns(RecordTypes.SEEDS)
                .uid("parse-seeds")
                .name("parse seeds");

        KeyedStream<EnrichedCandle, String> candlesBySymbol = candles.assignTimestampsAndWatermarks(EVENT_TIME)
                .uid("event-time")
                .name("event time")
                .keyBy(candle -> candle.candle().symbol(), Types.STRING);

        KeyedStream<BarSeeds, String> foundationsBySymbol = foundations
                .assignTimestampsAndWatermarks(OUTSIDE_EVENT_TIME)
                .uid("outside-event-time")
                .name("outside event time")
                .keyBy(BarSeeds::symbol, Types.STRING);

        SingleOutputStreamOperator<EnrichedBar> bars = candlesBySymbol
                .connect(foundationsBySymbol)
                .transform("bars and indicators", RecordTypes.BAR, new BarOperator(horizon))
                .uid("bars");

        SingleOutputStreamOperator<EnrichedBar> newestBars = bars.transform(
                        "newest of each bar", RecordTypes.BAR, new NewestOfEachBar())
                .uid("newest-bars");

        DataStream<Document> candleDocuments = candles.filter(candle -> !candle.late())
                .uid("candles-in-time")
                .name("candles in time")
                .map(Document::of)
                .returns(RecordTypes.DOCUMENT)
                .uid("candle-documents")
                .name("candle documents");

        DataStream<Document> barDocuments = newestBars
                .map(Document::of)
                .returns(RecordTypes.DOCUMENT)
                .uid("bar-documents")
                .name("bar documents");

        ends.documents().accept(candleDocuments.union(barDocuments));
        ends.indicators().accept(newestBars);
        ends.late().accept(bars.getSideOutput(BarProcess.LATE));
        ends.deadLetters()
                .accept(candles.getSideOutput(ParseRecords.DEAD_LETTERS)
                        .union(foundations.getSideOutput(ParseRecords.DEAD_LETTERS)));
    }
}
