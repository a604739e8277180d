package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A stack of the test's own: ports that are free, data in {@code target/}. */
final class Stack implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final TestPorts ports = TestPorts.free();
    private final Path data;

    Stack(String name) {
        this.data = TARGET.resolve("stack-" + name);
    }

    /** Starts it afresh and returns when it is ready; {@code options} say what it plays. */
    void up(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(ports.options());
        arguments.addAll(List.of("--fresh", "--detach"));
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
    Command lambda(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--data-dir", data.toString()));
        all.addAll(List.of(arguments));
        return Command.lambda(all);
    }

    JsonNode status() {
        return json(lambda("status", "--json"));
    }

    /** What {@code verify} finds; whether it holds is in it. */
    JsonNode verify() {
        return json(lambda("verify", "--json"));
    }

    /** Waits until the replay has ended and every stage is drained. */
    JsonNode awaitCaughtUp(Duration atMost) {
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

    Api api() {
        return new Api(ports.servingUrl());
    }

    Api flink() {
        return new Api(ports.flinkUrl());
    }

    String kafka() {
        return ports.kafka();
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
    List<String> processes() {
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
