package io.cryptolambda.serving.testing;

import io.cryptolambda.core.testing.server.Jvm;
import io.cryptolambda.serving.ServingMain;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The program in a process of its own, over real servers. */
public final class ServingProcess implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("(?:generation|heap|Heap).*?used (\\d+)K");

    private final Process process;
    private final Path log;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServingProcess(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param heap most heap, such as {@code 128m}
     * @param options besides those that say where it reads
     */
    public static ServingProcess start(
            Path directory, URI elasticsearch, String kafka, String heap, String... options) {
        int port = Jvm.freePort();
        Path log = directory.resolve("serving-" + port + ".log");
        List<String> arguments = new ArrayList<>(List.of(
                ServingMain.class.getName(), "--port=" + port, "--elasticsearch=" + elasticsearch, "--kafka=" + kafka));
        arguments.addAll(List.of(options));
        List<String> flags = List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        Process process = Jvm.start(log, Map.of(), flags, Jvm.ownClassPath(), arguments);
        Jvm.awaitPort(process, port, log);
        return new ServingProcess(process, log, URI.create("http://127.0.0.1:" + port));
    }

    /** Its base address. */
    public URI address() {
        return address;
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** The JSON object that a GET is answered with. */
    public JsonObject json(String path) throws IOException, InterruptedException {
        return new JsonObject(get(path).body());
    }

    /** A value of {@code /metrics}; 0 if there is none. */
    public double metric(String name) throws IOException, InterruptedException {
        return MetricText.value(get("/metrics").body(), name);
    }

    /** What it has written. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its threads. */
    public int threads() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Its open files and sockets. */
    public int files() throws IOException {
        try (var open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return (int) open.count();
        }
    }

    /** Bytes of heap in use after a collection. */
    public long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        long kilobytes = USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return kilobytes * 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd = new ProcessBuilder(program, Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
