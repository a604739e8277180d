package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.access.S3Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where downloaded files are kept. Writing a key again replaces it as a whole. */
interface LandingStore extends AutoCloseable {
    /** What is stored under {@code key}; empty if nothing is. */
    Optional<byte[]> get(String key) throws IOException;

    /** Whether something is stored under {@code key}. */
    boolean has(String key) throws IOException;

    void put(String key, byte[] bytes) throws IOException;

    @Override
    void close();

    /**
     * Opens a store.
     *
     * @param address a folder, {@code file:///folder} or {@code s3a://bucket[/prefix]}
     * @param s3 the server of {@code s3a}
     * @throws IllegalArgumentException for another kind of address
     */
    static LandingStore open(String address, S3Access s3) {
        URI uri = URI.create(address);
        if (uri.getScheme() == null) {
            return new FolderStore(Path.of(address));
        }
        return switch (uri.getScheme()) {
            case "file" -> new FolderStore(Path.of(uri.getPath()));
            case "s3", "s3a" -> new S3Store(uri.getHost(), uri.getPath(), s3);
            default -> throw new IllegalArgumentException("store must be a folder, file:///folder or s3a://bucket");
        };
    }
}
