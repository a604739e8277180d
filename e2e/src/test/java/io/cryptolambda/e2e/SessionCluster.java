package io.cryptolambda.e2e;

import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flink's job manager and one task manager, as two processes. */
final class SessionCluster implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();
    private final int port = Jvm.freePort();

    /** @param flags further flags of both JVMs */
    SessionCluster(Path folder, List<String> flags) throws IOException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.write(
                conf.resolve("config.yaml"),
                List.of(
                        "jobmanager.rpc.address: 127.0.0.1",
                        "jobmanager.rpc.port: " + Jvm.freePort(),
                        "jobmanager.bind-host: 127.0.0.1",
                        "taskmanager.host: 127.0.0.1",
                        "taskmanager.bind-host: 127.0.0.1",
                        "rest.address: 127.0.0.1",
                        "rest.bind-address: 127.0.0.1",
                        "rest.port: " + port,
                        "jobmanager.memory.heap.size: 384m",
                        "jobmanager.memory.off-heap.size: 64m",
                        "jobmanager.memory.jvm-metaspace.size: 192m",
                        "jobmanager.memory.jvm-overhead.min: 64m",
                        "jobmanager.memory.jvm-overhead.max: 64m",
                        "taskmanager.cpu.cores: 2.0",
                        "taskmanager.numberOfTaskSlots: 2",
                        "taskmanager.memory.framework.heap.size: 64m",
                        "taskmanager.memory.task.heap.size: 256m",
                        "taskmanager.memory.framework.off-heap.size: 64m",
                        "taskmanager.memory.task.off-heap.size: 0m",
                        "taskmanager.memory.managed.size: 128m",
                        "taskmanager.memory.network.min: 32m",
                        "taskmanager.memory.network.max: 32m",
                        "taskmanager.memory.jvm-metaspace.size: 192m",
                        "taskmanager.memory.jvm-overhead.min: 64m",
                        "taskmanager.memory.jvm-overhead.max: 64m",
                        "cluster.registration.error-delay: 300ms",
                        "io.tmp.dirs: " + folder,
                        "execution.checkpointing.dir: "
                                + folder.resolve("checkpoints").toUri()));
        start(
                folder,
                "flink-jobmanager",
                flags,
                List.of(
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        conf.toString(),
                        "--executionMode",
                        "cluster"));
        start(
                folder,
                "flink-taskmanager",
                flags,
                List.of("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "--configDir", conf.toString()));
        Jvm.awaitPort(processes.get(0), port, folder.resolve("flink-jobmanager.log"));
    }

    String dashboard() {
        return "http://127.0.0.1:" + port;
    }

    private void start(Path folder, String name, List<String> more, List<String> main) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx448m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + Jvm.ROOT.resolve("local/flink/log4j2.xml")));
        flags.addAll(more);
        Process process = Jvm.start(folder.resolve(name + ".log"), Map.of(), flags, Jvm.classPath("local/flink"), main);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + name));
        processes.add(process);
    }

    @Override
    public void close() {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
    }
}
