package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.local.lambda.process.FileTree;
import io.cryptolambda.oracle.LoggedCandle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The master dataset as files, one for each symbol, that a run of the batch layer's {@code export} writes: so its format
 * is read by the one engine that knows it, in a process of its own.
 */
final class ExportedMaster implements MasterDataset, AutoCloseable {
    private static final String SUFFIX = ".gz";

    private final Path folder;
    private final boolean more;
    private final Export export;

    /** Runs the batch layer's {@code export}. */
    @FunctionalInterface
    interface Export {
        /** @return its exit code */
        int run(List<String> arguments) throws IOException, InterruptedException;
    }

    /**
     * @param folder where the files are kept; it is emptied before and after
     * @param more whether there are rows that never were in the topic as it is now: imports, or those of an earlier generation
     */
    ExportedMaster(Path folder, boolean more, Export export) {
        this.folder = folder;
        this.more = more;
        this.export = export;
    }

    @Override
    public void open(SortedMap<Integer, Long> beginnings, Set<String> symbols)
            throws IOException, InterruptedException {
        FileTree.delete(folder);
        Files.createDirectories(folder);
        if (!more && beginnings.values().stream().allMatch(begin -> begin == 0)) {
            return;
        }
        String below = beginnings.entrySet().stream()
                .map(begin -> begin.getKey() + "=" + begin.getValue())
                .collect(Collectors.joining(","));
        List<String> arguments = Stream.concat(
                        Stream.of(folder.toString(), "--below", below),
                        symbols.isEmpty() ? Stream.of() : Stream.of("--symbols", String.join(",", symbols)))
                .toList();
        int exitCode = export.run(arguments);
        if (exitCode != 0) {
            throw new IOException("the master dataset could not be read: export ended with exit code " + exitCode);
        }
    }

    @Override
    public Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    String symbol = URLDecoder.decode(
                            name.substring(0, name.length() - SUFFIX.length()), StandardCharsets.UTF_8);
                    try (BufferedReader lines = open(file)) {
                        counts.put(symbol, lines.lines().count());
                    }
                }
            }
        }
        return counts;
    }

    @Override
    public List<LoggedCandle> candles(String symbol) throws IOException {
        Path file = folder.resolve(URLEncoder.encode(symbol, StandardCharsets.UTF_8) + SUFFIX);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader lines = open(file)) {
            return lines.lines().map(LoggedCandleText::read).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(folder);
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
