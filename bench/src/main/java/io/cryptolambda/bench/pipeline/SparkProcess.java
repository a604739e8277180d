package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.report.Ending;
import io.cryptolambda.bench.report.JvmFlags;
import io.cryptolambda.bench.stack.Http;
import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.bench.stack.StackProcess;
import io.cryptolambda.core.IndexTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Spark job beside the stack. */
final class SparkProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private SparkProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Makes its indices, mapped as ours are, and starts it.
     *
     * @param folder where checkpoints and log go
     */
    static SparkProcess start(LambdaStack stack, String topic, Path folder, int threads, String heap)
            throws IOException, InterruptedException {
        create(stack, Side.SPARK_CANDLES, "crypto-candles");
        create(stack, Side.SPARK_BARS, "crypto-bars");
        Path work = Files.createTempDirectory(Files.createDirectories(folder.toAbsolutePath()), "spark-");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(JvmFlags.ofSpark());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SparkBarsMain.class.getName()));
        command.addAll(List.of(
                stack.kafka(),
                topic,
                stack.elasticsearch(),
                work.resolve("checkpoints").toString(),
                Integer.toString(threads)));
        Path log = work.resolve("spark.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_LOCAL_DIRS", work.toString());
        return new SparkProcess(builder.start(), log);
    }

    StackProcess process() {
        return new StackProcess("spark", process.pid());
    }

    /** @throws IOException if it has ended */
    void check() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("Spark has ended; its log is " + log);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        Ending.await(process);
    }

    private static void create(LambdaStack stack, String index, String template)
            throws IOException, InterruptedException {
        String text = IndexTemplates.all().get(template);
        String body = Json.read(text).path("template").toString();
        Http.send("PUT", stack.elasticsearch() + "/" + index, body);
    }
}
