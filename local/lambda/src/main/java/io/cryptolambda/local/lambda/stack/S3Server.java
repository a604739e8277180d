package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** S3Proxy, storing objects as files. A bucket is a folder, so the bucket is there before the server is. */
public final class S3Server {
    /** The bucket that the batch layer keeps everything in. */
    public static final String BUCKET = "crypto-lambda";

    private static final String MODULE = "local/s3";
    // Not secrets: the server listens on loopback only. They are here because S3 clients insist on signing.
    private static final String ACCESS_KEY = "crypto-lambda";
    private static final String SECRET_KEY = "loopback-only";

    private S3Server() {}

    static ProcessSpec process(ProjectLayout project, DataDirectory data, Ports ports) throws IOException {
        Path configuration = data.resolve("s3/s3proxy.properties");
        Path objects = bucket(data).getParent();
        Path logback = project.root().resolve(MODULE).resolve("logback.xml");
        return ProcessSpec.java(
                        "s3",
                        Tier.STORAGE,
                        ports.s3(),
                        HealthProbe.s3(ports.s3()),
                        Jvm.flags("192m", "-Dlogback.configurationFile=" + logback),
                        project.classPath(MODULE),
                        "org.gaul.s3proxy.Main",
                        List.of("--properties", configuration.toString()))
                .preparedBy(() -> prepare(configuration, objects, ports));
    }

    /** The folder that is the bucket. */
    public static Path bucket(DataDirectory data) {
        return data.resolve("s3/objects").resolve(BUCKET);
    }

    /** The environment of whoever reads and writes the bucket. */
    public static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY, "AWS_REGION", "us-east-1");
    }

    /** Whether files of the exchange's archive were imported to the master dataset. */
    public static boolean holdsImports(DataDirectory data) {
        return Files.exists(data.resolve("s3/objects").resolve(BUCKET).resolve("master/ohlcv_1m/month=imports"));
    }

    private static void prepare(Path configuration, Path objects, Ports ports) throws IOException {
        // The server takes a bucket whose folder everybody can read for a public one.
        Files.createDirectories(objects);
        Files.createDirectories(
                objects.resolve(BUCKET),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.write(
                configuration,
                List.of(
                        "s3proxy.endpoint=" + ports.s3Url(),
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + objects));
    }
}
