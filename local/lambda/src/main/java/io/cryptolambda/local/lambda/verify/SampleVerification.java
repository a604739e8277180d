package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import java.io.IOException;
import java.util.List;

/** {@code verify} of a few symbols as a process of its own: what checks a running stack by itself, now and then. */
public final class SampleVerification {
    private static final int SYMBOLS = 2;

    private SampleVerification() {}

    public static ProcessSpec process(ProjectLayout project, DataDirectory data) throws IOException {
        return ProcessSpec.java(
                "verify",
                Tier.PROGRAM,
                0,
                HealthProbe.none(),
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlambda.root=" + project.root()),
                project.classPath("local/lambda", "local-lambda"),
                "io.cryptolambda.local.lambda.LambdaMain",
                List.of(
                        "verify",
                        "--sample",
                        String.valueOf(SYMBOLS),
                        "--data-dir",
                        data.path().toString()));
    }
}
