package io.cryptolambda.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the real recorded market data is: the folder named by the environment variable {@code LAMBDA_REALDATA}, else
 * {@code shared/realdata} beside the project. A test that needs it fails under CI where it is missing, and is skipped
 * elsewhere.
 */
public final class RealData {
    private RealData() {}

    /** The folder of real data. */
    public static Path folder() {
        Path folder = locate();
        if (folder != null) {
            return folder;
        }
        String message = "the real recorded market data is missing; name its folder in LAMBDA_REALDATA";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(message);
        }
        assumeTrue(false, message);
        throw new AssertionError("not reached");
    }

    /** The exchange's archive file of one symbol, interval and day ({@code 2024-01-01}). */
    public static Path dailyZip(String symbol, String interval, String day) {
        return daily(interval).resolve(symbol + "-" + interval + "-" + day + ".zip");
    }

    /** The folder of daily archive files of an interval. */
    public static Path daily(String interval) {
        return folder().resolve("binance-vision-spot-daily").resolve(interval);
    }

    private static Path locate() {
        String named = System.getenv("LAMBDA_REALDATA");
        if (named != null && !named.isEmpty()) {
            Path folder = Path.of(named);
            return Files.isDirectory(folder) ? folder : null;
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared").resolve("realdata");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
