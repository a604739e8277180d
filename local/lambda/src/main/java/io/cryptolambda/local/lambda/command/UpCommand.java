package io.cryptolambda.local.lambda.command;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.local.lambda.batch.Restoration;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.HeldLock;
import io.cryptolambda.local.lambda.stack.Links;
import io.cryptolambda.local.lambda.stack.Market;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the stack and supervises it until it is told to end. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts everything. On a data directory that was used before, goes on where that ended.")
public final class UpCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private MarketOptions market;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "1",
            description = "times real time, or as fast as it is read (default ${DEFAULT-VALUE})")
    private String speed;

    @Option(
            names = "--batch-every",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "time between runs of the batch layer, 0 for none (default ${DEFAULT-VALUE})")
    private Duration batchEvery;

    @Option(
            names = "--verify-every",
            paramLabel = "DURATION",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description =
                    "time between checks of two symbols, drawn anew each time; 0 for none (default ${DEFAULT-VALUE})")
    private Duration verifyEvery;

    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--fresh", description = "delete what is in the data directory first")
    private boolean fresh;

    @Option(
            names = "--restore",
            description = "fill Kafka and Elasticsearch, whose data are lost, from the master dataset first")
    private boolean restore;

    @Option(names = "--detach", description = "come back once everything is ready; it goes on in the background")
    private boolean detach;

    @Option(
            names = "--elasticsearch-heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "as -Xmx takes it (default ${DEFAULT-VALUE})")
    private String elasticsearchHeap;

    @Mixin
    private RetentionOptions retention;

    @Mixin
    private PortOptions ports;

    @Option(
            names = "--link",
            hidden = true,
            paramLabel = "PROGRAM-SERVER=PORT",
            description = "for the fault suite: the program reaches the server by a relay on this port")
    private Map<String, Integer> links = Map.of();

    @Override
    public Integer call() throws Exception {
        if (!speed.matches("max|[1-9][0-9]{0,6}")) {
            throw new ParameterException(
                    spec.commandLine(), "--speed: '" + speed + "' is neither a whole number nor max");
        }
        if (fresh && restore) {
            throw new ParameterException(
                    spec.commandLine(), "--fresh deletes the master dataset, from which --restore restores");
        }
        Market asked = market.market(spec.commandLine());
        retention.retention(spec.commandLine());
        DataDirectory data = dataDir.directory();
        Progress progress = new Progress(spec.commandLine().getOut());
        try {
            data.claim();
            refuseIfRunning(data);
            return detach ? detached(data).call() : supervise(data, asked, progress);
        } catch (StartFailure e) {
            progress.failure(e);
            return 1;
        }
    }

    private Detached detached(DataDirectory data) {
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !argument.equals("--detach"))
                .toList();
        return new Detached(data, arguments, spec.commandLine().getOut());
    }

    private int supervise(DataDirectory data, Market asked, Progress progress)
            throws IOException, StartFailure, InterruptedException {
        Optional<HeldLock> lock = HeldLock.tryHold(data.supervisorLock());
        if (lock.isEmpty()) {
            throw new StartFailure("another lambda is starting on " + data.path(), (Throwable) null);
        }
        try (HeldLock held = lock.get()) {
            StackSettings settings = prepare(data, asked, progress);
            return run(data, settings, progress);
        }
    }

    /** Everything that can go wrong before anything is started. */
    private StackSettings prepare(DataDirectory data, Market asked, Progress progress)
            throws IOException, StartFailure {
        int orphans = new OwnProcesses(data.path()).end(PATIENCE);
        if (orphans > 0) {
            progress.line("ended " + orphans + " processes that a killed lambda had left");
        }
        data.checkFreeSpace();
        Ports chosen = ports.ports();
        Market played = fresh ? asked : resumed(data, asked);
        List<Ports.Use> taken = chosen.taken(played.simulated());
        if (!taken.isEmpty()) {
            throw new StartFailure(
                    taken.stream().map(Ports.Use::toString).collect(Collectors.joining("; ")), (Throwable) null);
        }
        if (fresh) {
            data.clear();
        }
        Restoration restoration = new Restoration(data);
        if (restore || restoration.unfinished()) {
            restoration.begin();
        }
        int generation = new StateFiles(data).generation().number();
        return new StackSettings(
                played,
                speed,
                batchEvery.toMillis(),
                verifyEvery.toMillis(),
                elasticsearchHeap,
                chosen,
                new Links(links),
                generation,
                retention.retention(spec.commandLine()));
    }

    private static Market resumed(DataDirectory data, Market asked) throws IOException, StartFailure {
        Optional<Market> stored = new StateFiles(data).market();
        try {
            return stored.isPresent() ? Market.resume(stored.get(), asked) : asked;
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e.getMessage(), e);
        }
    }

    private static int run(DataDirectory data, StackSettings settings, Progress progress)
            throws IOException, InterruptedException {
        progress.line("starting " + settings.market() + " in " + data.path());
        StackRunner runner = new StackRunner(ProjectLayout.fromSystem(), data, settings, progress::line);
        Runtime.getRuntime().addShutdownHook(new Thread(runner::stop, "stop"));
        try {
            runner.start();
        } catch (StartFailure e) {
            if (runner.stop()) {
                progress.failure(e);
            }
            return 1;
        }
        Addresses.lines(settings).forEach(progress::line);
        progress.line("ready");
        // Ends by a signal, whose hook stops the stack.
        new CountDownLatch(1).await();
        return 0;
    }

    private static void refuseIfRunning(DataDirectory data) throws IOException, StartFailure {
        Optional<StackState> running = new StateFiles(data).runningState();
        if (running.isPresent()) {
            throw new StartFailure(
                    "already running on " + data.path() + " as process "
                            + running.get().supervisor().pid() + "; ./lambda down ends it",
                    (Throwable) null);
        }
    }
}
