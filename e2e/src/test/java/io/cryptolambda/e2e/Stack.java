package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A stack of the test's own: ports that are free, data in {@code target/}. */
public final class Stack implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path TARGET = Command.ROOT.resolve("e2e/target");

    private final TestPorts ports;
    private final Path data;

    public Stack(String name) {
        this(name, TestPorts.free());
    }

    /** @param ports its ports */
    public Stack(String name, TestPorts ports) {
        this.data = TARGET.resolve("stack-" + name);
        this.ports = ports;
    }

    /** Where it keeps everything. */
    public Path data() {
        return data;
    }

    public TestPorts ports() {
        return ports;
    }

    /** Starts it afresh and returns when it is ready; {@code options} say what it plays. */
    public void up(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--fresh");
        upAgain(arguments.toArray(String[]::new));
    }

    /** Leaves nothing of an earlier one but an empty data directory. */
    public void clear() {
        lambda("down");
        Command.run(List.of("rm", "-rf", data.toString())).requireSuccess();
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve(".crypto-lambda"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on what it left and returns when it is ready. */
    public void upAgain(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(ports.options());
        arguments.add("--detach");
        lambda("up", arguments.toArray(String[]::new)).requireSuccess();
    }

    /** Loses what Kafka and Elasticsearch keep, and starts it again from the master dataset alone. */
    void restore(String... options) {
        lambda("down").requireSuccess();
        for (String lost : List.of("kafka", "elasticsearch")) {
            Command.run(List.of("rm", "-r", data.resolve(lost).toString())).requireSuccess();
        }
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(ports.options());
        arguments.addAll(List.of("--restore", "--detach"));
        lambda("up", arguments.toArray(String[]::new)).requireSuccess();
    }

    /** Runs a command against it. */
    public Command lambda(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--data-dir", data.toString()));
        all.addAll(List.of(arguments));
        return Command.lambda(all);
    }

    public JsonNode status() {
        return json(lambda("status", "--json"));
    }

    /** What {@code verify} finds; whether it holds is in it. */
    public JsonNode verify() {
        return json(lambda("verify", "--json"));
    }

    /** Waits until the replay has ended and every stage is drained. */
    public JsonNode awaitCaughtUp(Duration atMost) {
        return Awaitility.await("caught up")
                .atMost(atMost)
                .pollInterval(Duration.ofSeconds(2))
                .until(this::status, status -> status.path("caught_up").asBoolean());
    }

    /** Runs something while a process of the stack stands still: it takes connections, and answers nothing. */
    void without(String process, Runnable meanwhile) {
        String pid = StreamSupport.stream(status().path("processes").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(process))
                .map(each -> each.path("pid").asText())
                .findFirst()
                .orElseThrow();
        Command.run(List.of("kill", "-STOP", pid)).requireSuccess();
        try {
            meanwhile.run();
        } finally {
            Command.run(List.of("kill", "-CONT", pid)).requireSuccess();
        }
    }

    /** Ends a process as {@code kill -9} does; one that is being started at the moment is left alone. */
    void kill(String process) {
        for (JsonNode each : supervised()) {
            if (each.path("name").asText().equals(process)) {
                ProcessHandle.of(each.path("identity").path("pid").asLong())
                        .filter(handle -> handle.info().commandLine().orElse("").contains(data.toString()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** What the supervisor keeps running, as it wrote it down last. */
    public JsonNode supervised() {
        try {
            return MAPPER.readTree(data.resolve("state.json").toFile()).path("processes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Api api() {
        return new Api(ports.servingUrl());
    }

    public Api flink() {
        return new Api(ports.flinkUrl());
    }

    public String kafka() {
        return ports.kafka();
    }

    String elasticsearch() {
        return ports.elasticsearchUrl();
    }

    String page() {
        return ports.servingUrl() + "/";
    }

    /** Looks in it for every metric that a rule or a panel names. */
    Command scrape() {
        List<String> line = new ArrayList<>(
                List.of("/usr/bin/python3", "-B", "deploy/tests/scrape.py", "--flink", ports.flinkUrl()));
        line.addAll(ports.metrics());
        return Command.run(line);
    }

    /** Processes that were started for this stack and still run. */
    public List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> process.info().commandLine().stream())
                .filter(commandLine -> commandLine.contains(data.toString()))
                .toList();
    }

    @Override
    public void close() {
        lambda("down").requireSuccess();
    }

    private static JsonNode json(Command command) {
        try {
            return MAPPER.readTree(command.output());
        } catch (IOException e) {
            throw new UncheckedIOException(command.toString(), e);
        }
    }
}
