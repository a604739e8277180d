package io.cryptolambda.local.exchange.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a market's clock is written down. Each write replaces the file as a whole, so a killed process leaves the old time
 * or the new one; writing the same state twice changes nothing.
 */
public final class ClockFile {
    private final Path file;

    /** The file {@code clock.properties} in {@code directory}, which is made if it is missing. */
    public ClockFile(Path directory) throws IOException {
        Files.createDirectories(directory);
        file = directory.resolve("clock.properties");
    }

    /**
     * What is written down.
     *
     * @param market the market's identity
     * @param streamFrom where its streamed part begins, epoch milliseconds UTC
     * @param now the virtual time, epoch milliseconds UTC
     */
    public record State(String market, long streamFrom, long now) {}

    /** What was written last; empty if nothing was. */
    public Optional<State> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return Optional.of(new State(
                properties.getProperty("market"),
                Long.parseLong(properties.getProperty("stream_from")),
                Long.parseLong(properties.getProperty("now"))));
    }

    /** Writes {@code state} in place of what was there. */
    public void write(State state) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("market", state.market());
        properties.setProperty("stream_from", Long.toString(state.streamFrom()));
        properties.setProperty("now", Long.toString(state.now()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream out = Files.newOutputStream(next)) {
            properties.store(out, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
