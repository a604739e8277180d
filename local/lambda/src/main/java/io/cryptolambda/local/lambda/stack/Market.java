package io.cryptolambda.local.lambda.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the candles come from. These choices shape the data, so they are kept with it.
 *
 * @param kind which market
 * @param replay folder of archive files, absolute; null unless {@code kind} is {@code REPLAY}
 * @param from first day of the replay, null for the first there is
 * @param to last day of the replay, null for the last there is
 * @param symbols comma-separated, null for the market's own choice
 */
public record Market(Kind kind, String replay, String from, String to, String symbols) {
    /** What plays the exchange. */
    public enum Kind {
        /** Binance itself. */
        LIVE,
        /** The simulator, from archive files. */
        REPLAY,
        /** The simulator, from its own random walk. */
        GENERATED
    }

    public static final Market GENERATED = new Market(Kind.GENERATED, null, null, null, null);

    /** Whether the simulator runs. */
    public boolean simulated() {
        return kind != Kind.LIVE;
    }

    /**
     * What to play when data of {@code stored} is there and {@code given} was asked for: options that were not given are
     * taken from what is stored.
     *
     * @throws IllegalArgumentException if the two would put different histories into one log
     */
    public static Market resume(Market stored, Market given) {
        boolean asked = given.kind != Kind.GENERATED;
        boolean sameHistory = given.kind == stored.kind
                && Objects.equals(given.replay, stored.replay)
                && (given.from == null || given.from.equals(stored.from));
        if (asked && !sameHistory) {
            throw new IllegalArgumentException("the data directory holds " + stored + ", not " + given
                    + ": use --fresh to delete it, or another --data-dir");
        }
        return new Market(
                stored.kind,
                stored.replay,
                stored.from,
                given.to == null ? stored.to : given.to,
                given.symbols == null ? stored.symbols : given.symbols);
    }

    /** As program options of the simulator. */
    List<String> simulatorOptions() {
        List<String> options = new ArrayList<>();
        add(options, "--replay", replay);
        add(options, "--from", from);
        add(options, "--to", to);
        options.addAll(symbolOptions());
        return options;
    }

    List<String> symbolOptions() {
        return symbols == null ? List.of() : List.of("--symbols", symbols);
    }

    private static void add(List<String> options, String name, String value) {
        if (value != null) {
            options.add(name);
            options.add(value);
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case LIVE -> "the live market";
            case GENERATED -> "a generated market";
            case REPLAY -> "a replay of " + replay + (from == null ? "" : " from " + from);
        };
    }
}
