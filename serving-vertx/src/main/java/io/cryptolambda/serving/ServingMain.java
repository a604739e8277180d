package io.cryptolambda.serving;

import io.cryptolambda.core.config.ElasticsearchOptions;
import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.core.config.KafkaOptions;
import io.cryptolambda.serving.tail.TailBounds;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server and keeps it until SIGTERM. */
@Command(
        name = "serving",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Serves the merged batch and speed views over HTTP, and the page at /.")
public final class ServingMain implements Callable<Integer> {
    private static final long MEGABYTE = 1 << 20;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "address to listen on (${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "port to listen on (${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private ElasticsearchOptions elasticsearch = new ElasticsearchOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--flink",
            description = "address of Flink's dashboard, which the page points to; none: it does not")
    private Optional<URI> flink = Optional.empty();

    @Option(
            names = "--generation",
            defaultValue = "1",
            description = "generation of the raw topic, for the positions of revisions (${DEFAULT-VALUE})")
    private int generation;

    @Option(
            names = "--tail",
            defaultValue = "200",
            description = "documents kept in memory of each symbol and interval (${DEFAULT-VALUE})")
    private int tail;

    @Option(
            names = "--tail-memory",
            defaultValue = "0",
            description = "megabytes for these documents; where it does not suffice fewer of each are kept;"
                    + " 0: a quarter of the heap (${DEFAULT-VALUE})")
    private int tailMegabytes;

    @Mixin
    private LimitOptions limits;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ServingMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Serving.start(
                        host,
                        port,
                        new Sources(elasticsearch.access(), kafka.access(), flink, generation, tail()),
                        limits.limits())
                .awaitClosed();
        return 0;
    }

    private TailBounds tail() {
        return tailMegabytes > 0 ? new TailBounds(tail, tailMegabytes * MEGABYTE) : TailBounds.ofHeap(tail);
    }
}
