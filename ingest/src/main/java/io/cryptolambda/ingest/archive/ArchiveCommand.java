package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.core.config.S3Options;
import io.cryptolambda.ingest.archive.ArchiveDownload.Outcome;
import io.cryptolambda.ingest.binance.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Downloads archive files. The last line of the output is a JSON summary; exit code 1 if a file failed. */
@Command(
        name = "archive",
        description = "Downloads files of the public archive into the store, below landing/.",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class)
public final class ArchiveCommand implements Callable<Integer> {
    @Option(names = "--symbols", split = ",", required = true, description = "such as BTCUSDT,ETHUSDT")
    private List<String> symbols;

    @Option(names = "--from", required = true, description = "first day, such as 2024-01-01")
    private LocalDate from;

    @Option(names = "--to", required = true, description = "last day, included")
    private LocalDate to;

    @Option(
            names = "--archive-url",
            defaultValue = "https://data.binance.vision",
            description = "base address of the archive (default: ${DEFAULT-VALUE})")
    private String archiveUrl;

    @Option(
            names = "--store",
            defaultValue = "s3a://crypto-lambda",
            description = "s3a://bucket, file:///folder or a folder (default: ${DEFAULT-VALUE})")
    private String store;

    @Mixin
    private S3Options s3 = new S3Options();

    @Override
    public Integer call() throws InterruptedException {
        OkHttpClient client = new OkHttpClient();
        try (LandingStore landing = LandingStore.open(store, s3.access())) {
            ArchiveSite site = new ArchiveSite(client, HttpUrl.get(archiveUrl), Pause.REAL, new SplittableRandom());
            ArchiveDownload download = new ArchiveDownload(site, landing);
            for (String symbol : symbols) {
                download.take(symbol, from, to);
            }
            System.out.printf(
                    "{\"fetched\":%d,\"skipped\":%d,\"missing\":%d,\"failed\":%d}%n",
                    download.count(Outcome.FETCHED),
                    download.count(Outcome.SKIPPED),
                    download.count(Outcome.MISSING),
                    download.count(Outcome.FAILED));
            return download.count(Outcome.FAILED) > 0 ? 1 : 0;
        } finally {
            client.dispatcher().executorService().shutdown();
        }
    }
}
