package io.cryptolambda.local.lambda.flink;

import java.nio.file.Path;
import java.util.List;

/**
 * What to submit.
 *
 * @param jar the shaded job
 * @param entryClass its main class
 * @param arguments its program arguments
 * @param parallelism of its operators
 */
public record JobJar(Path jar, String entryClass, List<String> arguments, int parallelism) {
    public JobJar {
        arguments = List.copyOf(arguments);
    }
}
