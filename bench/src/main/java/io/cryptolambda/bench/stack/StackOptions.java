package io.cryptolambda.bench.stack;

import io.cryptolambda.bench.report.WorkFolder;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the stack of a benchmark runs. */
public final class StackOptions {
    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Option(names = "--port-offset", description = "Added to every port (default ${DEFAULT-VALUE}).")
    int portOffset = 20_000;

    @Option(names = "--elasticsearch-heap", description = "As -Xmx takes it (default ${DEFAULT-VALUE}).")
    String elasticsearchHeap = "1g";

    /** Where the data goes. */
    public Path folder() {
        return folder.path();
    }
}
