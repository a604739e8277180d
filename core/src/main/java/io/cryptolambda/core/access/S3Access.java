package io.cryptolambda.core.access;

/**
 * Where an S3 server is. Who asks is no part of it: the AWS SDK finds keys or a role by itself, so that no key stands in a
 * configuration or a log.
 *
 * @param endpoint its address, such as {@code http://127.0.0.1:9000}; empty for Amazon's own
 * @param region the region that requests are signed for
 */
public record S3Access(String endpoint, String region) {
    /** What a server takes that has no regions. */
    public static final String DEFAULT_REGION = "us-east-1";

    /** @throws IllegalArgumentException if there is no region */
    public S3Access {
        if (region.isBlank()) {
            throw new IllegalArgumentException("the region of S3 must be named, such as " + DEFAULT_REGION);
        }
    }

    /** A server that has no regions. */
    public static S3Access at(String endpoint) {
        return new S3Access(endpoint, DEFAULT_REGION);
    }

    /** Whether it is Amazon's own. */
    public boolean isAmazons() {
        return endpoint.isEmpty();
    }
}
