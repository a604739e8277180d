package io.cryptolambda.ingest;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.core.operations.HealthServer;
import io.cryptolambda.ingest.archive.ArchiveCommand;
import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import io.cryptolambda.ingest.binance.RequestRefused;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs ingest until it is stopped. */
@Command(
        name = "ingest",
        description = "Brings every closed 1-minute candle of the exchange into the log.",
        mixinStandardHelpOptions = true,
        subcommands = ArchiveCommand.class,
        defaultValueProvider = EnvironmentDefaults.class)
public final class IngestMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);

    @Mixin
    private IngestOptions options;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IngestMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Thread feed = Thread.currentThread();
        CountDownLatch closed = new CountDownLatch(1);
        try (Ingest ingest = new Ingest(options, metrics, new SplittableRandom());
                HealthServer health = HealthServer.start(
                        options.host,
                        options.metricsPort,
                        () -> true,
                        () -> ingest.status().ready(),
                        metrics::scrape,
                        () -> ingest.status().toJson())) {
            LOG.info("event=serving metrics_port={}", health.port());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(feed, closed), "shutdown"));
            ingest.run(IngestMain::broken);
            return 1;
        } catch (InterruptedException e) {
            LOG.info("event=stopped");
            return 0;
        } catch (ExchangeUnavailable | RequestRefused e) {
            LOG.error("event=no_exchange reason=\"{}\"", e.getMessage());
            return 1;
        } catch (UnknownSymbol e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } finally {
            closed.countDown();
        }
    }

    // On a signal: the feed ends and closes what it has, and that is a good end.
    private static void stop(Thread feed, CountDownLatch closed) {
        if (closed.getCount() == 0) {
            return;
        }
        feed.interrupt();
        try {
            if (closed.await(8, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The order of the log would break if anything more were sent: end at once and let a new process go on from the
    // log.
    private static void broken(Throwable failure) {
        LOG.error("event=broken", failure);
        Runtime.getRuntime().halt(1);
    }
}
