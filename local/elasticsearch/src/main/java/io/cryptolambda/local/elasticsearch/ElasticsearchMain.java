package io.cryptolambda.local.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.node.Node;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the node and keeps it until SIGTERM. */
@Command(
        name = "elasticsearch",
        mixinStandardHelpOptions = true,
        description = "One Elasticsearch 7 node on loopback. The heap is set by -Xmx.")
public final class ElasticsearchMain implements Callable<Integer> {
    private static final long CLOSE_SECONDS = 20;

    @Option(names = "--port", defaultValue = "9200", description = "REST port (default ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--transport-port", defaultValue = "9300", description = "node port (default ${DEFAULT-VALUE})")
    private int transportPort;

    @Option(names = "--data-dir", required = true, description = "where the node keeps everything")
    private Path dataDir;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ElasticsearchMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Node node = new LoopbackNode(dataDir.toAbsolutePath(), port, transportPort);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped), "shutdown"));
        node.start();
        stopped.await();
        return 0;
    }

    private static void close(Node node, CountDownLatch stopped) {
        try {
            node.close();
            node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("event=close_failed error=" + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
