package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.Collecting;
import io.cryptolambda.speed.flink.JobEnvironment;
import io.cryptolambda.speed.flink.SpeedOptions;
import io.cryptolambda.speed.flink.connectors.DocumentSink;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Documents through the job's sink. Each line is a run, answered with {@code seconds cpu_seconds}. */
final class SinkRunMain {
    private static final double NANOS = 1e9;

    // Operators in this JVM find them here.
    private static volatile List<Document> documents;
    private static volatile Reading began;
    private static volatile Reading ended;

    private SinkRunMain() {}

    /** @param args address of Elasticsearch, documents, connections */
    public static void main(String[] args) throws Exception {
        documents = Documents.make(Integer.parseInt(args[1]));
        Answering.serve(line -> run(URI.create(args[0]), args[2]));
    }

    private static String run(URI elasticsearch, String connections) throws Exception {
        StreamExecutionEnvironment env =
                JobEnvironment.create(SpeedOptions.parse("--parallelism", connections), new Configuration());
        began = null;
        DocumentSink sink = new DocumentSink(ElasticsearchAccess.at(elasticsearch), new Collecting<>(letter -> {
            throw new IllegalStateException("refused: " + letter.error());
        }));
        env.fromSequence(0, documents.size() - 1L)
                .map(SinkRunMain::document)
                .returns(RecordTypes.DOCUMENT)
                .sinkTo(new TimedSink(sink));
        env.execute();
        return (ended.nanos() - began.nanos()) / NANOS + " " + (ended.cpuSeconds() - began.cpuSeconds());
    }

    private static Document document(long number) {
        if (began == null) {
            began = Reading.now();
        }
        return documents.get((int) number);
    }

    private record Reading(long nanos, double cpuSeconds) {
        static Reading now() {
            return new Reading(System.nanoTime(), Answering.cpuSeconds());
        }
    }

    /** Notes when the last document was answered: what a job takes to begin and to end is not the sink's. */
    private static final class TimedSink implements Sink<Document> {
        private static final long serialVersionUID = 1L;

        private final DocumentSink sink;

        TimedSink(DocumentSink sink) {
            this.sink = sink;
        }

        @Override
        @Deprecated
        public SinkWriter<Document> createWriter(InitContext context) {
            SinkWriter<Document> writer = sink.createWriter(context);
            return new SinkWriter<>() {
                @Override
                public void write(Document document, Context element) throws IOException, InterruptedException {
                    writer.write(document, element);
                }

                @Override
                public void flush(boolean endOfInput) throws IOException, InterruptedException {
                    writer.flush(endOfInput);
                    ended = Reading.now();
                }

                @Override
                public void close() throws Exception {
                    writer.close();
                }
            };
        }
    }
}
