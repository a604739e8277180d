package io.cryptolambda.ingest.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes of the tests. */
final class Jvm {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Jvm() {}

    /** Starts a process whose output, both streams, goes to {@code log}. */
    static Process start(Path log, List<String> flags, String classPath, List<String> arguments) throws IOException {
        List<String> lines = new ArrayList<>(flags);
        lines.addAll(List.of("-cp", classPath));
        lines.addAll(arguments);
        Path file = Files.createTempFile(log.getParent(), "java", ".args");
        Files.write(file, lines.stream().map(line -> '"' + line + '"').toList());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
        builder.environment().keySet().removeIf(name -> name.startsWith("LAMBDA_"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** The class path that a module's build has written. */
    static String classPath(String module) throws IOException {
        return Files.readString(ROOT.resolve(module).resolve("target/classpath"))
                .strip();
    }

    /** The class path of this test run. */
    static String ownClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
