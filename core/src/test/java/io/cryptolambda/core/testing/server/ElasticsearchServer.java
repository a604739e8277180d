package io.cryptolambda.core.testing.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real node of Elasticsearch 7 without indices, in a process of its own. */
public final class ElasticsearchServer implements AutoCloseable {
    private static final String MODULE = "local/elasticsearch";

    private final Process process;
    private final URI address;

    private ElasticsearchServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder where it keeps its indices and everything else */
    public static ElasticsearchServer start(Path folder) {
        return start(folder, List.of());
    }

    /** @param flags of the JVM, over those that make it small */
    public static ElasticsearchServer start(Path folder, List<String> flags) {
        int port = Jvm.freePort();
        Path log = folder.resolve("elasticsearch.log");
        List<String> main = List.of(
                "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                "--port=" + port,
                "--transport-port=" + Jvm.freePort(),
                "--data-dir=" + folder.resolve("elasticsearch"));
        String classPath = Jvm.ROOT.resolve(MODULE).resolve("target/classes") + ":" + Jvm.classPath(MODULE);
        List<String> all = new ArrayList<>(List.of("-Xmx512m"));
        all.addAll(flags);
        Process process = Jvm.startServer(port, log, all, classPath, main);
        return new ElasticsearchServer(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Its base address. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
