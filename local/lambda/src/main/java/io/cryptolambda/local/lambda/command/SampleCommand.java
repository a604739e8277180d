package io.cryptolambda.local.lambda.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The exchange simulator's {@code sample}. */
@Command(
        name = "sample",
        description = {
            "Writes days of a made-up market as files of the exchange's public archive, to replay and import",
            "without a network: sample DIR [--days N]. sample --help lists its options."
        })
public final class SampleCommand implements Callable<Integer> {
    private static final PassedOn PROGRAM =
            new PassedOn("local/exchange", "local-exchange", "io.cryptolambda.local.exchange.ExchangeMain", "sample");

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "passed on to the exchange simulator's sample")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        return PROGRAM.run(arguments, Map.of());
    }
}
