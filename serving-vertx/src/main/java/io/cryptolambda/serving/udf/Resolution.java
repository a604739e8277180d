package io.cryptolambda.serving.udf;

import io.cryptolambda.serving.kline.KlineInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The protocol's spelling of intervals: minutes as numbers, then {@code 1D}, {@code 3D}, {@code 1W}, {@code 1M}. */
final class Resolution {
    private Resolution() {}

    /** All spellings, shortest interval first. */
    static List<String> all() {
        return Arrays.stream(KlineInterval.values()).map(Resolution::text).toList();
    }

    /** Reads a spelling; charts also write {@code D} for {@code 1D}. */
    static Optional<KlineInterval> parse(String text) {
        String full = text.matches("[DWM]") ? "1" + text : text;
        return Arrays.stream(KlineInterval.values())
                .filter(interval -> text(interval).equals(full))
                .findFirst();
    }

    private static String text(KlineInterval interval) {
        String number = interval.text().substring(0, interval.text().length() - 1);
        return switch (interval.text().charAt(interval.text().length() - 1)) {
            case 'm' -> number;
            case 'h' -> Integer.toString(60 * Integer.parseInt(number));
            case 'd' -> number + "D";
            case 'w' -> number + "W";
            default -> number + "M";
        };
    }
}
