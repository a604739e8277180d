package io.cryptolambda.local.lambda.batch;

import io.cryptolambda.core.jvm.SharedClasses;
import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.Links;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.S3Server;
import io.cryptolambda.local.lambda.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command of a batch run: {@code spark-submit} with driver and executors in one JVM. */
public final class SparkBatch {
    private static final String MODULE = "batch-spark";
    private static final String ARTIFACT = "batch-spark";
    private static final String HEAP = "1g";

    // What Spark's own launcher opens for it (JavaModuleOptions).
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    private SparkBatch() {}

    /**
     * @param job such as {@code archive} or {@code import}
     * @param more what follows the job on its command line
     */
    public static ProcessSpec process(
            ProjectLayout project, DataDirectory data, StackSettings settings, String job, List<String> more)
            throws IOException {
        Path jar = project.jar(MODULE, ARTIFACT);
        String classPath = project.classPath(MODULE, ARTIFACT);
        return ProcessSpec.java(
                        "batch",
                        Tier.PROGRAM,
                        0,
                        HealthProbe.none(),
                        jvmFlags(sharedClasses(jar.resolveSibling("batch.jsa"), classPath, job)),
                        classPath,
                        "org.apache.spark.deploy.SparkSubmit",
                        arguments(jar, data, settings, job, more))
                .withEnvironment(environment(data));
    }

    private static Map<String, String> environment(DataDirectory data) {
        Map<String, String> environment = new HashMap<>(S3Server.credentials());
        // A run that was killed keeps the lease until it expires: the next one waits for that.
        environment.put("LAMBDA_LEASE_WAIT", System.getenv().getOrDefault("LAMBDA_LEASE_WAIT", "3m"));
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", data.resolve("tmp/batch").toString());
        return environment;
    }

    /** Beside the jar, so that they go with it when the project is built anew. */
    private static List<String> sharedClasses(Path archive, String classPath, String job) throws IOException {
        return job.equals("all")
                ? SharedClasses.takenOrLeft(archive, classPath)
                : SharedClasses.taken(archive, classPath);
    }

    private static List<String> jvmFlags(List<String> sharedClasses) {
        Stream<String> sized =
                Stream.of("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");
        Stream<String> opened = OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED");
        return Stream.of(sized, sharedClasses.stream(), opened, Stream.of("-Djdk.reflect.useDirectMethodHandle=false"))
                .flatMap(flags -> flags)
                .toList();
    }

    private static List<String> arguments(
            Path jar, DataDirectory data, StackSettings settings, String job, List<String> more) {
        Links links = settings.links();
        Ports ports = settings.ports();
        List<String> arguments = new ArrayList<>(List.of(
                "--class",
                "io.cryptolambda.batch.BatchMain",
                "--master",
                "local[2]",
                "--driver-memory",
                HEAP,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.hadoop.hadoop.tmp.dir=" + data.resolve("tmp/batch"),
                jar.toString()));
        arguments.addAll(List.of(
                job,
                "--kafka",
                links.kafka("batch", ports.kafka()),
                "--elasticsearch",
                links.url("batch", "elasticsearch", ports.elasticsearch()),
                "--store",
                "s3a://" + S3Server.BUCKET,
                "--s3-endpoint",
                links.url("batch", "s3", ports.s3()),
                "--generation",
                String.valueOf(settings.generation())));
        arguments.addAll(more);
        return arguments;
    }
}
