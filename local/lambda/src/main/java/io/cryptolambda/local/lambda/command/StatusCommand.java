package io.cryptolambda.local.lambda.command;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.status.StackStatus;
import io.cryptolambda.local.lambda.status.StatusReport;
import io.cryptolambda.local.lambda.status.StatusText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the stack is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Every process, the lag, the counts and the batch run being served. Exit code 0 if all is well.")
public final class StatusCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        DataDirectory data = dataDir.directory();
        PrintWriter out = spec.commandLine().getOut();
        StatusReport report = new StackStatus(data).report();
        if (json) {
            out.println(JSON.writeValueAsString(report));
        } else if (report.running()) {
            StatusText.lines(report).forEach(out::println);
        } else {
            out.println(nothing(data));
        }
        return report.ready() ? 0 : 1;
    }

    private static String nothing(DataDirectory data) {
        int orphans = new OwnProcesses(data.path()).running().size();
        return orphans == 0
                ? "nothing is running on " + data.path() + "; ./lambda up starts it"
                : "the supervisor of " + data.path() + " was killed and left " + orphans
                        + " processes; ./lambda down ends them, ./lambda up starts anew where they were";
    }
}
