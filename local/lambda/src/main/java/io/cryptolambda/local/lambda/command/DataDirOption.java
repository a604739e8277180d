package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stack is meant: the one that keeps its data there. */
public final class DataDirOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "where the stack keeps everything (default: .lambda in the project's folder)")
    private Path dataDir;

    /** The folder. */
    public DataDirectory directory() {
        return new DataDirectory(
                dataDir == null ? ProjectLayout.fromSystem().root().resolve(".lambda") : dataDir);
    }
}
