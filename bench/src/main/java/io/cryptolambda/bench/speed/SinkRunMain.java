package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.Collecting;
import io.cryptolambda.speed.flink.JobEnvironment;
import io.cryptolambda.speed.flink.SpeedOptions;
import io.cryptolambda.speed.flink.connectors.DocumentSink;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.net.URI;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Documents through the job's sink. Each line is a run, answered with {@code seconds cpu_seconds}. */
final class SinkRunMain {
    private static final double NANOS = 1e9;

    // Operators in this JVM find them here.
    private static volatile List<Document> documents;
    private static volatile long began;

    private SinkRunMain() {}

    /** @param args address of Elasticsearch, documents, connections */
    public static void main(String[] args) throws Exception {
        documents = Documents.make(Integer.parseInt(args[1]));
        Answering.serve(line -> run(URI.create(args[0]), args[2]));
    }

    private static String run(URI elasticsearch, String connections) throws Exception {
        StreamExecutionEnvironment env =
                JobEnvironment.create(SpeedOptions.parse("--parallelism", connections), new Configuration());
        began = 0;
        double cpu = Answering.cpuSeconds();
        env.fromSequence(0, documents.size() - 1L)
                .map(SinkRunMain::document)
                .returns(RecordTypes.DOCUMENT)
                .sinkTo(new DocumentSink(ElasticsearchAccess.at(elasticsearch), new Collecting<>(letter -> {
                    throw new IllegalStateException("refused: " + letter.error());
                })));
        env.execute();
        return (System.nanoTime() - began) / NANOS + " " + (Answering.cpuSeconds() - cpu);
    }

    private static Document document(long number) {
        if (began == 0) {
            began = System.nanoTime();
        }
        return documents.get((int) number);
    }
}
