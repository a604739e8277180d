package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.data.RandomMinutes;
import io.cryptolambda.core.Indices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/** The generated candles: {@code month=2023-01/SYM00USDT.parquet} and so on. */
final class CandleFiles {
    /** 2022-01-01T00:00:00Z. */
    static final long START = 1_640_995_200_000L;

    static final int SYMBOLS = 50;

    private static final long SEED = 20_220_101;

    private final Path folder;
    private final long candles;

    /** @param candles how many in all, shared out evenly among {@value #SYMBOLS} symbols */
    CandleFiles(Path folder, long candles) {
        this.folder = folder;
        this.candles = candles;
    }

    /** Writes them, but for what another run has left there complete. */
    void generate() throws IOException {
        Path complete = folder.resolve("complete-" + candles);
        if (Files.exists(complete)) {
            return;
        }
        IntStream.range(0, SYMBOLS).parallel().forEach(this::generate);
        Files.createFile(complete);
    }

    /** The files of a symbol, oldest first. */
    static List<Path> of(Path folder, int symbol) throws IOException {
        try (Stream<Path> months = Files.list(folder)) {
            return months.filter(Files::isDirectory)
                    .sorted()
                    .map(month -> month.resolve(name(symbol) + ".parquet"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    static String name(int symbol) {
        return String.format(Locale.ROOT, "SYM%02dUSDT", symbol);
    }

    private void generate(int symbol) {
        try {
            write(symbol, candles / SYMBOLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int symbol, long count) throws IOException {
        RandomMinutes minutes = new RandomMinutes(symbol, START, SEED);
        long offset = 0;
        minutes.next();
        for (long left = count; left > 0; ) {
            String month = Indices.month(minutes.openTime());
            long end = endOfMonth(minutes.openTime());
            MinuteWriter support = new MinuteWriter(name(symbol), symbol % 4, offset);
            try (ParquetWriter<RandomMinutes> file = open(month, symbol, support)) {
                for (; left > 0 && minutes.openTime() < end; left--) {
                    file.write(minutes);
                    minutes.next();
                }
            }
            offset = support.offset();
        }
    }

    private static long endOfMonth(long time) {
        return Instant.ofEpochMilli(time)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .plusMonths(1)
                .toInstant()
                .toEpochMilli();
    }

    private ParquetWriter<RandomMinutes> open(String month, int symbol, MinuteWriter support) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("month=" + month));
        var path = new org.apache.hadoop.fs.Path(
                directory.resolve(name(symbol) + ".parquet").toUri());
        Configuration configuration = new Configuration(false);
        // Without the checksum files that Hadoop would put beside them: no object store has any.
        configuration.set("fs.file.impl", RawLocalFileSystem.class.getName());
        return new MinuteWriter.Builder(HadoopOutputFile.fromPath(path, configuration), support)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }
}
