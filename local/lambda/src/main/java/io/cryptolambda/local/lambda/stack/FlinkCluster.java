package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Flink session cluster: one job manager with the dashboard, one task manager. */
final class FlinkCluster {
    private static final String MODULE = "local/flink";
    private static final String JOB_MANAGER = "flink-jobmanager";

    private final ProjectLayout project;
    private final DataDirectory data;
    private final Ports ports;
    private final int checkpoints;

    /** @param checkpoints how many completed ones of a job are kept */
    FlinkCluster(ProjectLayout project, DataDirectory data, Ports ports, int checkpoints) {
        this.project = project;
        this.data = data;
        this.ports = ports;
        this.checkpoints = checkpoints;
    }

    ProcessSpec jobManager() throws IOException {
        return process(
                        JOB_MANAGER,
                        "384m",
                        HealthProbe.http(ports.flink(), "/overview"),
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        List.of("--executionMode", "cluster"))
                .preparedBy(this::writeConfiguration);
    }

    ProcessSpec taskManager() throws IOException {
        return process(
                        "flink-taskmanager",
                        "448m",
                        HealthProbe.http(ports.flink(), "/overview", "\"taskmanagers\":1"),
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        List.of())
                .preparedBy(this::writeConfiguration);
    }

    /** Where the job manager keeps the jars of its jobs while they run, among other things. */
    static Path jobManagerFiles(DataDirectory data) {
        return Launcher.temporary(data.path(), JOB_MANAGER);
    }

    /** Where checkpoints are kept, by job id. */
    static Path checkpoints(DataDirectory data) {
        return data.resolve("flink/checkpoints");
    }

    private ProcessSpec process(String name, String heap, HealthProbe health, String mainClass, List<String> arguments)
            throws IOException {
        Path log4j = project.root().resolve(MODULE).resolve("log4j2.xml");
        return ProcessSpec.java(
                        name,
                        Tier.ENGINE,
                        name.equals(JOB_MANAGER) ? ports.flink() : 0,
                        health,
                        Jvm.flags(
                                heap,
                                // Kryo and the closure cleaner look into it; without it every submission fails.
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "-Dlog4j2.configurationFile=" + log4j,
                                // What the dashboard shows as this process's log.
                                "-Dlog.file=" + data.resolve("logs").resolve(name + ".log")),
                        project.classPath(MODULE),
                        mainClass,
                        Stream.concat(
                                        Stream.of(
                                                "--configDir",
                                                data.resolve("flink/conf").toString()),
                                        arguments.stream())
                                .toList())
                // A minute's candles are pushed to clients before its bars.
                .inBackground();
    }

    private synchronized void writeConfiguration() throws IOException {
        Path file = Files.createDirectories(data.resolve("flink/conf")).resolve("config.yaml");
        List<String> lines = configuration();
        // The other one of the two may be reading it.
        if (!Files.exists(file) || !Files.readAllLines(file).equals(lines)) {
            Files.write(file, lines);
        }
    }

    private List<String> configuration() {
        return List.of(
                "jobmanager.rpc.address: 127.0.0.1",
                "jobmanager.rpc.port: " + ports.flinkRpc(),
                "jobmanager.bind-host: 127.0.0.1",
                "taskmanager.host: 127.0.0.1",
                "taskmanager.bind-host: 127.0.0.1",
                "rest.address: 127.0.0.1",
                "rest.bind-address: 127.0.0.1",
                "rest.port: " + ports.flink(),
                // The memory keys must all be there: only Flink's shell scripts derive them.
                "jobmanager.memory.heap.size: 384m",
                "jobmanager.memory.off-heap.size: 64m",
                "jobmanager.memory.jvm-metaspace.size: 192m",
                "jobmanager.memory.jvm-overhead.min: 64m",
                "jobmanager.memory.jvm-overhead.max: 64m",
                "taskmanager.cpu.cores: 2.0",
                "taskmanager.numberOfTaskSlots: 4",
                "taskmanager.memory.framework.heap.size: 64m",
                "taskmanager.memory.task.heap.size: 384m",
                "taskmanager.memory.framework.off-heap.size: 64m",
                "taskmanager.memory.task.off-heap.size: 0m",
                "taskmanager.memory.managed.size: 256m",
                "taskmanager.memory.network.min: 48m",
                "taskmanager.memory.network.max: 48m",
                "taskmanager.memory.jvm-metaspace.size: 192m",
                "taskmanager.memory.jvm-overhead.min: 64m",
                "taskmanager.memory.jvm-overhead.max: 64m",
                // A cluster of two on one machine can find each other, and notice a death, fast.
                "cluster.registration.error-delay: 300ms",
                "cluster.registration.refused-registration-delay: 1s",
                "heartbeat.interval: 2s",
                "heartbeat.timeout: 10s",
                "execution.checkpointing.dir: " + checkpoints(data).toUri(),
                "execution.checkpointing.savepoint-dir: "
                        + data.resolve("flink/savepoints").toUri(),
                "execution.checkpointing.num-retained: " + checkpoints,
                // At INFO its own log grows by megabytes a minute.
                "state.backend.rocksdb.log.level: WARN_LEVEL");
    }
}
