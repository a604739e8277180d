package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.access.Backoff;
import io.cryptolambda.core.archive.ArchiveText;
import io.cryptolambda.ingest.binance.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public archive over HTTP: whole files, asked for again when it fails, so often and no more. */
final class ArchiveSite {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveSite.class);
    private static final int ATTEMPTS = 5;

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Pause pause;
    private final RandomGenerator random;

    ArchiveSite(OkHttpClient client, HttpUrl base, Pause pause, RandomGenerator random) {
        this.client = client;
        this.base = base;
        this.pause = pause;
        this.random = random;
    }

    /**
     * The file at {@code path}; empty if there is none.
     *
     * @throws IOException if it could not be had in all attempts
     */
    Optional<byte[]> get(String path) throws IOException, InterruptedException {
        Request request = new Request.Builder()
                .url(base.newBuilder().addPathSegments(path).build())
                .build();
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), random);
        for (int attempt = 1; ; attempt++) {
            try (Response response = client.newCall(request).execute()) {
                if (response.code() == 404) {
                    return Optional.empty();
                }
                if (!response.isSuccessful()) {
                    throw new IOException("status " + response.code());
                }
                return Optional.of(bytes(response.body().source()));
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (attempt == ATTEMPTS) {
                    throw new IOException(path + " in " + ATTEMPTS + " attempts: " + e.getMessage(), e);
                }
                LOG.warn("event=archive_retry path={} reason=\"{}\"", path, e.toString());
                pause.forDuration(backoff.next());
            }
        }
    }

    private static byte[] bytes(BufferedSource source) throws IOException {
        Buffer read = new Buffer();
        while (source.read(read, 64 * 1024) != -1) {
            if (read.size() > ArchiveText.LONGEST) {
                throw new IOException("more than " + ArchiveText.LONGEST + " bytes");
            }
        }
        return read.readByteArray();
    }
}
