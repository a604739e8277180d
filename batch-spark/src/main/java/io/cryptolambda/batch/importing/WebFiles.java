package io.cryptolambda.batch.importing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Files by HTTP, tried again a few times where the server or the network fails. */
final class WebFiles {
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** A file could not be had after all attempts. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    /** @param base ends where the paths begin, with or without a slash */
    WebFiles(URI base) {
        String text = base.toString();
        this.base = URI.create(text.endsWith("/") ? text : text + "/");
    }

    /**
     * Gets a file; empty if there is none.
     *
     * @param path relative to the base, not encoded
     */
    Optional<byte[]> get(String path) throws Failure, InterruptedException {
        URI address = address(path);
        for (int attempt = 1; ; attempt++) {
            String problem;
            try {
                HttpResponse<InputStream> response = client.send(
                        HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    if (response.statusCode() == 200) {
                        return Optional.of(whole(body, address));
                    }
                    if (response.statusCode() == 404) {
                        return Optional.empty();
                    }
                }
                problem = "answered with status " + response.statusCode();
            } catch (IOException e) {
                problem = "did not answer: " + e;
            }
            if (attempt == ATTEMPTS) {
                throw new Failure(address + " " + problem + ", " + ATTEMPTS + " times");
            }
            Thread.sleep(PAUSE.multipliedBy(1L << (attempt - 1)).toMillis());
        }
    }

    private static byte[] whole(InputStream body, URI address) throws IOException, Failure {
        byte[] bytes = body.readNBytes(ArchiveSource.LARGEST_ZIP + 1);
        if (bytes.length > ArchiveSource.LARGEST_ZIP) {
            throw new Failure(address + " is larger than " + ArchiveSource.LARGEST_ZIP + " bytes");
        }
        return bytes;
    }

    private URI address(String path) {
        try {
            return base.resolve(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' is no path", e);
        }
    }
}
