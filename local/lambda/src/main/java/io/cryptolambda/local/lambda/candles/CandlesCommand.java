package io.cryptolambda.local.lambda.candles;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.local.lambda.command.DataDirOption;
import io.cryptolambda.local.lambda.http.JsonHttp;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The newest candles of a symbol as a table. */
@Command(
        name = "candles",
        description = "Prints the newest candles of a symbol as the API serves them.",
        mixinStandardHelpOptions = true)
public final class CandlesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SYMBOL", description = "such as BTCUSDT")
    private String symbol;

    @Option(
            names = "--interval",
            paramLabel = "INTERVAL",
            defaultValue = "1m",
            description = "1m, 5m, 15m, 1h, 4h or 1d (default ${DEFAULT-VALUE})")
    private String interval;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many (default ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private DataDirOption dataDir;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        requireUsable();
        Optional<StackState> running = new StateFiles(dataDir.directory()).runningState();
        if (running.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println("nothing is running on " + dataDir.directory().path() + "; ./lambda up starts it");
            return 1;
        }
        String serving = running.get().settings().ports().servingUrl();
        JsonNode answer = JsonHttp.get(URI.create(serving + "/api/v1/candles?symbol="
                + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "&interval=" + interval + "&limit=" + limit));
        CandleTable.print(symbol, answer.required("rows"), command.commandLine().getOut());
        return 0;
    }

    private void requireUsable() {
        try {
            Symbols.requireValid(symbol);
            Interval.parse(interval);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        if (limit < 1) {
            throw new ParameterException(command.commandLine(), "--limit must be at least 1");
        }
    }
}
