package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.stack.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the candles come from. */
final class MarketOptions {
    @Option(names = "--live", description = "from Binance itself")
    private boolean live;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "from archive files SYMBOL-1m-DATE.zip in DIR, through the exchange simulator")
    private Path replay;

    @Option(names = "--from", paramLabel = "DATE", description = "first day of the replay, such as 2024-01-01")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "last day of the replay, included")
    private String to;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            description = "such as BTCUSDT,ETHUSDT (default: the market's own)")
    private String symbols;

    /** @throws CommandLine.ParameterException if the options contradict each other */
    Market market(CommandLine command) {
        if (live && replay != null) {
            throw new CommandLine.ParameterException(command, "--live and --replay exclude each other");
        }
        if (replay == null && (from != null || to != null)) {
            throw new CommandLine.ParameterException(command, "--from and --to need --replay");
        }
        if (replay != null && !Files.isDirectory(replay)) {
            throw new CommandLine.ParameterException(command, "--replay: there is no folder " + replay);
        }
        checkDate(command, "--from", from);
        checkDate(command, "--to", to);
        Market.Kind kind = live ? Market.Kind.LIVE : replay != null ? Market.Kind.REPLAY : Market.Kind.GENERATED;
        String folder =
                replay == null ? null : replay.toAbsolutePath().normalize().toString();
        return new Market(kind, folder, from, to, symbols == null ? null : symbols.toUpperCase(Locale.ROOT));
    }

    private static void checkDate(CommandLine command, String option, String date) {
        try {
            if (date != null) {
                LocalDate.parse(date);
            }
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    command, option + ": '" + date + "' is not a date such as 2024-01-01");
        }
    }
}
