package io.cryptolambda.batch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A server of the local stack as a child process of this JVM, with the class path that its module's build has written. */
final class ServerProcess {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path log;

    /** @param log where both of its output streams go */
    ServerProcess(Path log) {
        this.log = log;
    }

    /** Starts it and waits until it listens; it ends with this JVM at the latest. */
    Process start(String module, List<String> flags, List<String> arguments, int port) {
        Process process = run(module, flags, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + module));
        Awaitility.await("a listener on " + port + ", see " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log);
                    }
                    return listens(port);
                });
        return process;
    }

    /** Starts it, whatever it does. */
    Process run(String module, List<String> flags, List<String> arguments) {
        List<String> lines = new ArrayList<>(flags);
        lines.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(module)));
        lines.addAll(arguments);
        try {
            Path file = Files.createTempFile(log.getParent(), "java", ".args");
            Files.write(file, lines.stream().map(line -> '"' + line + '"').toList());
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + file)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(String module) {
        Path target = ROOT.resolve(module).resolve("target");
        try {
            return target.resolve("classes")
                    + ":"
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built", e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
