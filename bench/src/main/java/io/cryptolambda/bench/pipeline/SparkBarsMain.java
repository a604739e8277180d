package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.report.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** The Spark job in a JVM of its own; ends with its standard input, or when the query fails. */
final class SparkBarsMain {
    private SparkBarsMain() {}

    /** @param args bootstrap servers, topic, address of Elasticsearch, folder of checkpoints, threads */
    public static void main(String[] args) throws Exception {
        try (SparkSession spark = LocalSpark.start(Integer.parseInt(args[4]))) {
            StreamingQuery query = SparkBars.start(spark, args[0], args[1], args[2], args[3]);
            Thread end = new Thread(() -> {
                try {
                    while (System.in.read() >= 0) {
                        // Nothing is said: only the end of the input means something.
                    }
                    query.stop();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            end.setDaemon(true);
            end.start();
            query.awaitTermination();
        }
    }
}
