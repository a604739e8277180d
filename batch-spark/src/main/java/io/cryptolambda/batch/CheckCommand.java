package io.cryptolambda.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.checking.CheckJob;
import io.cryptolambda.batch.checking.CheckResult;
import io.cryptolambda.batch.publish.CheckPublication;
import io.cryptolambda.batch.recompute.StoredViews;
import io.cryptolambda.batch.store.StoredText;
import io.cryptolambda.core.config.EnvironmentDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks our bars against the exchange's own. */
@Command(
        name = "check",
        description = {
            "Compares our bars with the exchange's own archive files of 5m, 15m, 1h, 4h and 1d.",
            "Exit code 1 if one is different or nothing could be compared; missing ones are counted."
        },
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder with the exchange's files, in it or below")
    Path folder;

    @Mixin
    BatchOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "'" + folder + "' is not a folder");
        }
        return BatchMain.JOBS.run("check", options, this::run);
    }

    private void run(BatchContext run) throws IOException {
        StoredViews views = StoredViews.newest(run.spark(), run.store(), options.partitionsOrCores())
                .orElseThrow(() ->
                        new IllegalStateException("no views at " + run.store().root() + "; run recompute first"));
        CheckResult result = new CheckJob(views.bars()).run(folder);
        ObjectNode json = run.summary().section("check");
        json.setAll(result.json());
        ObjectNode document = json.deepCopy();
        document.put("schema", 1).put("run_id", views.runId());
        document.put("checked_at", run.clock().millis()).put("holds", result.holds());
        StoredText.write(
                run.store().lastCheck(),
                document.toString(),
                run.spark().sparkContext().hadoopConfiguration());
        new CheckPublication(options.elasticsearch.access()).publish(document);
        if (!result.holds()) {
            run.summary().fail();
        }
    }
}
