package io.cryptolambda.batch.store;

import io.cryptolambda.core.access.S3Access;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * Where the master dataset and the views lie.
 *
 * @param root such as {@code s3a://crypto-lambda} or {@code file:///data/lambda}; kept as Hadoop spells it
 * @param s3 the S3 server of an {@code s3a} root
 */
public record StoreLocation(String root, S3Access s3) {

    /** @throws IllegalArgumentException if the root is not an absolute address */
    public StoreLocation {
        if (URI.create(root).getScheme() == null) {
            throw new IllegalArgumentException(
                    "store '" + root + "' must be an address such as s3a://crypto-lambda or file:///data/lambda");
        }
        root = new Path(root).toString();
    }

    /** Every record of the log. */
    public String master() {
        return root + "/master/ohlcv_1m";
    }

    /** Candles with features. */
    public String candles() {
        return root + "/views/candles_1m";
    }

    /** Bars with indicators. */
    public String bars() {
        return root + "/views/bars";
    }

    /** One small row per symbol and day: what of it is known, and how much. */
    public String days() {
        return root + "/views/days";
    }

    /** One row per run: the versions of the tables above that belong together. */
    public String runs() {
        return root + "/views/runs";
    }

    /** Where the lease of this store is kept. */
    public String lease() {
        return root + "/lease";
    }

    /** What the last check against the exchange's own bars has found: JSON. */
    public String lastCheck() {
        return root + "/checks/latest.json";
    }

    /**
     * Spark's settings for this store, and for what is imported from S3 if this one lies elsewhere. Keys or a role are found
     * by the AWS SDK itself (environment, web identity of a service account, profile, container, machine), so that they appear
     * in no configuration and no log.
     */
    public Map<String, String> sparkSettings() {
        Map<String, String> settings = new HashMap<>();
        if (!s3.isAmazons()) {
            settings.put("spark.hadoop.fs.s3a.endpoint", s3.endpoint());
            settings.put("spark.hadoop.fs.s3a.path.style.access", "true");
            settings.put(
                    "spark.hadoop.fs.s3a.connection.ssl.enabled",
                    Boolean.toString(s3.endpoint().startsWith("https:")));
        }
        settings.put("spark.hadoop.fs.s3a.endpoint.region", s3.region());
        // A store that keeps failing is an error within a minute; by default it would be one within hours.
        settings.put("spark.hadoop.fs.s3a.attempts.maximum", "3");
        settings.put("spark.hadoop.fs.s3a.retry.limit", "4");
        settings.put("spark.hadoop.fs.s3a.retry.interval", "200ms");
        settings.put("spark.hadoop.fs.s3a.retry.throttle.limit", "5");
        settings.put("spark.hadoop.fs.s3a.retry.throttle.interval", "200ms");
        settings.put(
                "spark.hadoop.fs.s3a.aws.credentials.provider",
                "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
        return settings;
    }
}
