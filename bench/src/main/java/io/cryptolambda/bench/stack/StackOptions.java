package io.cryptolambda.bench.stack;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the stack of a benchmark runs. */
public final class StackOptions {
    @Option(
            names = "--folder",
            required = true,
            description = "Where its data goes: a folder of its own is made in it.")
    Path folder;

    @Option(names = "--port-offset", description = "Added to every port (default ${DEFAULT-VALUE}).")
    int portOffset = 20_000;

    @Option(names = "--elasticsearch-heap", description = "As -Xmx takes it (default ${DEFAULT-VALUE}).")
    String elasticsearchHeap = "1g";

    /** Where the data goes. */
    public Path folder() {
        return folder;
    }
}
