package io.cryptolambda.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The real stack, started by {@code ./lambda up} and ended by {@code ./lambda down}. */
public final class LambdaStack implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackOptions options;
    private final Path root;
    private final Path data;

    private LambdaStack(StackOptions options) {
        this.options = options;
        this.root =
                Path.of(System.getProperty("lambda.root", "")).toAbsolutePath().normalize();
        this.data = options.folder().resolve("stack");
    }

    /**
     * Starts everything afresh, without batch runs; returns when it is ready.
     *
     * @param speed of the simulated market, times real time
     * @param environment options of the programs, such as {@code LAMBDA_SYMBOL_COUNT}
     * @throws IOException if it does not start
     */
    public static LambdaStack up(StackOptions options, int speed, Map<String, String> environment)
            throws IOException, InterruptedException {
        LambdaStack stack = new LambdaStack(options);
        Files.createDirectories(stack.data.getParent());
        stack.lambda(
                environment,
                "up",
                "--detach",
                "--fresh",
                "--batch-every=0",
                "--speed=" + speed,
                "--elasticsearch-heap=" + options.elasticsearchHeap);
        return stack;
    }

    /** A market of {@code count} made-up symbols, all of which are brought. */
    public static Map<String, String> symbols(int count) {
        return Map.of(
                "LAMBDA_SYMBOL_COUNT", Integer.toString(count),
                "LAMBDA_TOP", "0",
                "LAMBDA_QUOTE", "any",
                "LAMBDA_BACKFILL", "1h");
    }

    /** Bootstrap servers. */
    public String kafka() {
        return "127.0.0.1:" + port(9092);
    }

    /** Base address of Elasticsearch. */
    public String elasticsearch() {
        return "http://127.0.0.1:" + port(9200);
    }

    /** Base address of the Flink dashboard. */
    public String flink() {
        return "http://127.0.0.1:" + port(8081);
    }

    /** Base address of the API. */
    public String serving() {
        return "http://127.0.0.1:" + port(8080);
    }

    /** Base address of the Streams app's health and metrics. */
    public String streams() {
        return "http://127.0.0.1:" + port(9111);
    }

    /** Host and port of the exchange simulator. */
    public String exchange() {
        return "127.0.0.1:" + port(9080);
    }

    /** A folder of its data, such as {@code flink/checkpoints}. */
    public Path folder(String name) {
        return data.resolve(name);
    }

    /** Everything that runs now. */
    public List<StackProcess> processes() {
        try {
            JsonNode state = JSON.readTree(data.resolve("state.json").toFile());
            return StreamSupport.stream(state.path("processes").spliterator(), false)
                    .map(each -> new StackProcess(
                            each.path("name").asText(),
                            each.path("identity").path("pid").asLong()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of that name as it is now. */
    public StackProcess process(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no process " + name));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        lambda(Map.of(), "down");
    }

    private int port(int usual) {
        return usual + options.portOffset;
    }

    private void lambda(Map<String, String> environment, String command, String... arguments)
            throws IOException, InterruptedException {
        Path output = data.resolveSibling("lambda-" + command + ".log");
        List<String> line = new ArrayList<>(List.of(root.resolve("lambda").toString(), command));
        line.add("--data-dir=" + data);
        if (command.equals("up")) {
            line.add("--port-offset=" + options.portOffset);
        }
        line.addAll(Stream.of(arguments).toList());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IOException("./lambda " + command + " failed; see " + output);
        }
    }
}
