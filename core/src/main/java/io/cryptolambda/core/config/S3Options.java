package io.cryptolambda.core.config;

import io.cryptolambda.core.access.S3Access;
import picocli.CommandLine.Option;

/** The options by which programs find the S3 server of an {@code s3a://} store. */
public final class S3Options {
    @Option(
            names = "--s3-endpoint",
            defaultValue = "http://127.0.0.1:9000",
            description =
                    "S3 server of an s3a:// store; empty for Amazon's own. Keys or a role are found as the AWS SDK"
                            + " does: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a service account's web identity,"
                            + " profile, container, machine (default: ${DEFAULT-VALUE})")
    private String endpoint;

    @Option(
            names = "--s3-region",
            defaultValue = S3Access.DEFAULT_REGION,
            description = "region that requests to it are signed for (default: ${DEFAULT-VALUE})")
    private String region;

    /** What was asked for. */
    public S3Access access() {
        return new S3Access(endpoint, region);
    }
}
