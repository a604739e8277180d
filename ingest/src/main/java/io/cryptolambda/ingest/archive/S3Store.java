package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.access.S3Access;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps files in a bucket. Keys or a role as the AWS SDK finds them. */
final class S3Store implements LandingStore {
    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Store(String bucket, String path, S3Access s3) {
        this.bucket = bucket;
        String folder = path == null ? "" : path.replaceAll("^/+|/+$", "");
        this.prefix = folder.isEmpty() ? "" : folder + "/";
        S3ClientBuilder builder = S3Client.builder()
                // Not every S3 server knows the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .region(Region.of(s3.region()));
        if (!s3.isAmazons()) {
            builder.endpointOverride(URI.create(s3.endpoint())).forcePathStyle(true);
        }
        this.client = builder.build();
    }

    @Override
    public Optional<byte[]> get(String key) throws IOException {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(prefix + key))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean has(String key) throws IOException {
        try {
            client.headObject(request -> request.bucket(bucket).key(prefix + key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(prefix + key), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
