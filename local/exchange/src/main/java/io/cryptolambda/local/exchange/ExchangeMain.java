package io.cryptolambda.local.exchange;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the exchange simulator until it is stopped. */
@Command(
        name = "exchange",
        description = "An exchange to trade with nobody: Binance's protocol over recorded or made-up candles.",
        mixinStandardHelpOptions = true,
        subcommands = SampleCommand.class,
        defaultValueProvider = EnvironmentDefaults.class)
public final class ExchangeMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeMain.class);

    @Mixin
    private ExchangeOptions options;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExchangeMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ClockFile file = new ClockFile(options.stateDir);
        Opening opening = open(file);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Vertx vertx = Vertx.vertx();
        ExchangeServer server = new ExchangeServer(options.settings(), opening, file, broken -> {
            LOG.error("event=broken", broken);
            exit.complete(1);
        });
        vertx.deployVerticle(server)
                .onFailure(failure -> {
                    LOG.error("event=not_started reason=\"{}\"", failure.getMessage());
                    exit.complete(1);
                })
                .onSuccess(id -> LOG.info(
                        "event=started port={} market=\"{}\" symbols={} exchange_time={} speed={}",
                        server.actualPort(),
                        opening.market().identity(),
                        opening.market().symbols().size(),
                        opening.start(),
                        options.speed));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx), "shutdown"));
        return exit.get();
    }

    private Opening open(ClockFile file) throws IOException {
        try {
            return Opening.of(options, file.read(), InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void stop(Vertx vertx) {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }
}
