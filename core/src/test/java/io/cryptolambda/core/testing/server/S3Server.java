package io.cryptolambda.core.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A real S3 server with one empty bucket, in a process of its own. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "crypto-lambda";
    public static final String ACCESS_KEY = "crypto-lambda";

    /** It listens on loopback only. */
    public static final String SECRET_KEY = "loopback-only";

    private final Process process;
    private final String address;
    private final Path objects;

    private S3Server(Process process, String address, Path objects) {
        this.process = process;
        this.address = address;
        this.objects = objects;
    }

    /** @param folder where it keeps its objects and everything else */
    public static S3Server start(Path folder) {
        int port = Jvm.freePort();
        String address = "http://127.0.0.1:" + port;
        Path objects = folder.resolve("objects");
        Path log = folder.resolve("s3.log");
        List<String> flags =
                List.of("-Xmx192m", "-Dlogback.configurationFile=" + Jvm.ROOT.resolve("local/s3/logback.xml"));
        List<String> main = List.of(
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration(folder, address, objects).toString());
        Process process = Jvm.startServer(port, log, flags, Jvm.classPath("local/s3"), main);
        return new S3Server(process, address, objects.resolve(BUCKET));
    }

    /** Its endpoint. */
    public String address() {
        return address;
    }

    /** The file in which it keeps an object of the bucket, or the folder of those below {@code key}. */
    public Path object(String key) {
        return objects.resolve(key);
    }

    /** What a client's process needs in its environment. */
    public static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY, "AWS_REGION", "us-east-1");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path configuration(Path folder, String address, Path objects) {
        try {
            Files.createDirectories(objects);
            // A bucket whose folder everybody can read would be a public one.
            Files.createDirectories(
                    objects.resolve(BUCKET),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return Files.write(
                    folder.resolve("s3proxy.properties"),
                    List.of(
                            "s3proxy.endpoint=" + address,
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + objects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
