package io.cryptolambda.core.testing.server;

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
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Java processes with class paths of their own, as the build leaves them. */
public final class Jvm {
    /** The project's folder: as a launcher says, or from a module directly in it. */
    public static final Path ROOT =
            Path.of(System.getProperty("lambda.root", "..")).toAbsolutePath().normalize();

    private static final int FIRST_PORT = 10_000;
    private static final int FIRST_EPHEMERAL_PORT = 32_768;
    private static final int PORTS_TRIED = 100;

    private Jvm() {}

    /**
     * Starts a process whose output, both streams, is appended to {@code log}. Variables of our options are not handed
     * down.
     *
     * @param environment variables besides those of this process
     */
    public static Process start(
            Path log, Map<String, String> environment, List<String> flags, String classPath, List<String> arguments) {
        List<String> lines = new ArrayList<>(flags);
        lines.addAll(List.of("-cp", classPath));
        lines.addAll(arguments);
        try {
            Path file = Files.createTempFile(log.getParent(), "java", ".args");
            Files.write(file, lines.stream().map(line -> '"' + line + '"').toList());
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
            builder.environment().keySet().removeIf(name -> name.startsWith("LAMBDA_"));
            builder.environment().putAll(environment);
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path that a module's build has written. */
    public static String classPath(String module) {
        try {
            return Files.readString(ROOT.resolve(module).resolve("target/classpath"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built", e);
        }
    }

    /** The class path of this test run. */
    public static String ownClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * A port that nothing listens on, to be listened on a little later. It is none of those that the system gives to
     * whoever connects or asks for any, so that nobody gets it in between.
     */
    public static int freePort() {
        for (int attempt = 0; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_EPHEMERAL_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (attempt == PORTS_TRIED) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * Starts a server as small as it can be and waits until it listens.
     *
     * @param flags besides those that every small server has
     */
    static Process startServer(int port, Path log, List<String> flags, String classPath, List<String> arguments) {
        Process process = start(log, Map.of(), small(flags), classPath, arguments);
        awaitPort(process, port, log);
        return process;
    }

    /** Flags of a JVM that runs for a short time beside others. */
    static List<String> small(List<String> flags) {
        return Stream.concat(Stream.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), flags.stream())
                .toList();
    }

    /** Waits until {@code process} listens on {@code port}, at most 90 s. It ends with this JVM at the latest. */
    public static void awaitPort(Process process, int port, Path log) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + port));
        Awaitility.await("a listener on " + port + ", see " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log);
                    }
                    return listens(port);
                });
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
