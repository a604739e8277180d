package io.cryptolambda.speed.flink;

import io.cryptolambda.speed.flink.connectors.DocumentSink;
import io.cryptolambda.speed.flink.connectors.KafkaEnds;
import io.cryptolambda.speed.flink.connectors.TemplateInstallation;
import io.cryptolambda.speed.flink.records.KafkaValue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Submits the job: by {@code POST /jars/:id/run} of the Flink dashboard, or by {@code flink run}. */
public final class SpeedJob {
    /** The job's name in the dashboard. */
    public static final String NAME = "Crypto Lambda speed layer";

    private SpeedJob() {}

    /**
     * Runs inside the job manager.
     *
     * @throws IllegalArgumentException if an option is wrong, naming it
     * @throws Exception if Elasticsearch stays away, or the cluster refuses the job
     */
    public static void main(String[] arguments) throws Exception {
        SpeedOptions options = SpeedOptions.parse(arguments);
        TemplateInstallation.install(options.elasticsearch.access());
        StreamExecutionEnvironment env = JobEnvironment.create(options);
        env.getConfig().setGlobalJobParameters(shown(arguments));
        KafkaEnds kafka = new KafkaEnds(options.kafka.access());
        define(env, options, kafka, ends(kafka, new DocumentSink(options.elasticsearch.access(), kafka.deadLetters())));
        env.execute(NAME);
    }

    /** The dashboard shows them of a running job, so that it can be submitted again as it is. Secrets are in files. */
    private static Configuration shown(String... arguments) {
        Configuration shown = new Configuration();
        for (int i = 0; i < arguments.length; i++) {
            shown.setString("argument." + i, arguments[i]);
        }
        return shown;
    }

    /** Lays the graph from the topics to {@code ends}. */
    static void define(StreamExecutionEnvironment env, SpeedOptions options, KafkaEnds kafka, SpeedGraph.Ends ends) {
        DataStream<KafkaValue> features = env.fromSource(kafka.features(), WatermarkStrategy.noWatermarks(), "features")
                .uid("features");
        DataStream<KafkaValue> seeds = env.fromSource(kafka.seeds(), WatermarkStrategy.noWatermarks(), "seeds")
                .uid("seeds");
        SpeedGraph.defineWorkflow(features, seeds, options.horizon, ends);
    }

    /** The ends in production. */
    static SpeedGraph.Ends ends(KafkaEnds kafka, DocumentSink elasticsearch) {
        return new SpeedGraph.Ends(
                // A task of its own: bars are computed while Elasticsearch is waited for.
                documents -> documents
                        .sinkTo(elasticsearch)
                        .uid("elasticsearch")
                        .name("Elasticsearch")
                        .disableChaining(),
                bars -> bars.sinkTo(kafka.indicators()).uid("indicators").name("Kafka indicators"),
                late -> late.sinkTo(kafka.late()).uid("late").name("Kafka late"),
                letters ->
                        letters.sinkTo(kafka.deadLetters()).uid("dead-letters").name("Kafka dead letters"));
    }
}
