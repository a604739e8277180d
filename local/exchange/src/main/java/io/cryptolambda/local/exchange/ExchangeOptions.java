package io.cryptolambda.local.exchange;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.local.exchange.clock.Speed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the simulator can be told. */
final class ExchangeOptions {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--port",
            defaultValue = "9080",
            description = "HTTP and WebSocket port (default: ${DEFAULT-VALUE})")
    int port;

    @Option(names = "--replay", description = "directory of archive files to play; without it a market is made up")
    Path replay;

    @Option(names = "--from", description = "first day to replay, YYYY-MM-DD")
    LocalDate from;

    @Option(names = "--to", description = "last day to replay, YYYY-MM-DD")
    LocalDate to;

    @Option(
            names = "--speed",
            defaultValue = "1",
            converter = SpeedConverter.class,
            description =
                    "virtual seconds in a real one, or max: as fast as the clients read (default: ${DEFAULT-VALUE})")
    Speed speed;

    @Option(
            names = "--state-dir",
            defaultValue = ".lambda/exchange",
            description = "where the clock is kept for a restart (default: ${DEFAULT-VALUE})")
    Path stateDir;

    @Option(
            names = "--weight-limit",
            defaultValue = "6000",
            description = "request weight allowed in a minute (default: ${DEFAULT-VALUE})")
    int weightLimit;

    @Option(
            names = "--history",
            defaultValue = "2d",
            converter = DurationConverter.class,
            description = "how much history the made-up market has (default: ${DEFAULT-VALUE})")
    Duration history;

    @Mixin
    MarketOptions market;

    @Option(names = "--faults", paramLabel = "SEED", description = "let things go wrong now and then, by this seed")
    Long faults;

    ExchangeServer.Settings settings() {
        return new ExchangeServer.Settings(host, port, weightLimit, speed, faults, ExchangeServer.Settings.PING_EVERY);
    }

    static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
