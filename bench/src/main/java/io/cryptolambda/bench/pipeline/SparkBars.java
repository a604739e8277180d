package io.cryptolambda.bench.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.StructType;

/**
 * The job of Structured Streaming, as who knows it well would write it for speed: each record is read and parsed once,
 * shuffled once by symbol, and one stateful step brings bars of all intervals and {@code sma_20} up to date; each document is
 * written once a batch. (A window aggregation cannot count 20 rows, and five of them would read the topic five times.) It
 * takes candles in the order of the log, so that unlike ours it is wrong after a late or revised one.
 */
final class SparkBars {
    private static final StructType CANDLE = new StructType()
            .add("symbol", "string")
            .add("open_time", "long")
            .add("open", "string")
            .add("high", "string")
            .add("low", "string")
            .add("close", "string")
            .add("volume", "string")
            .add("quote_volume", "string")
            .add("trades", "long")
            .add("taker_buy_volume", "string")
            .add("taker_buy_quote_volume", "string");

    private SparkBars() {}

    /** Starts it: a batch follows the other as soon as there is something to read. */
    static StreamingQuery start(
            SparkSession spark, String kafka, String topic, String elasticsearch, String checkpoints) throws Exception {
        Dataset<Minute> minutes = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka)
                .option("kafka.isolation.level", "read_committed")
                .option("subscribe", topic)
                .option("startingOffsets", "earliest")
                .load()
                .select(from_json(col("value").cast("string"), CANDLE).as("candle"))
                .select(
                        col("candle.symbol").as("symbol"),
                        col("candle.open_time").as("openTime"),
                        col("candle.open").as("open"),
                        col("candle.high").as("high"),
                        col("candle.low").as("low"),
                        col("candle.close").as("close"),
                        col("candle.volume").as("volume"),
                        col("candle.quote_volume").as("quoteVolume"),
                        col("candle.trades").as("trades"),
                        col("candle.taker_buy_volume").as("takerBuyVolume"),
                        col("candle.taker_buy_quote_volume").as("takerBuyQuoteVolume"))
                .as(Encoders.bean(Minute.class));
        FlatMapGroupsWithStateFunction<String, Minute, SymbolState, SparkDocument> step = SymbolState::step;
        VoidFunction2<Dataset<SparkDocument>, Long> write = (batch, id) -> batch.foreachPartition(
                (ForeachPartitionFunction<SparkDocument>) documents -> BulkRequests.write(elasticsearch, documents));
        return minutes.groupByKey((MapFunction<Minute, String>) Minute::getSymbol, Encoders.STRING())
                .flatMapGroupsWithState(
                        step,
                        OutputMode.Update(),
                        Encoders.kryo(SymbolState.class),
                        Encoders.bean(SparkDocument.class),
                        GroupStateTimeout.NoTimeout())
                .writeStream()
                .outputMode(OutputMode.Update())
                .option("checkpointLocation", checkpoints)
                .foreachBatch(write)
                .start();
    }
}
