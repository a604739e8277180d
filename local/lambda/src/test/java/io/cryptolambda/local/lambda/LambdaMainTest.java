package io.cryptolambda.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LambdaMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            LambdaMain.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @TempDir
    private Path directory;

    @Test
    void shouldCallWrongUsageWhatItIs() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(command.execute("up", "--live", "--replay", directory.toString()))
                .isEqualTo(2);
        assertThat(command.execute("up", "--from", "2024-01-01")).isEqualTo(2);
        assertThat(command.execute("up", "--replay", directory.toString(), "--from", "yesterday"))
                .isEqualTo(2);
        assertThat(command.execute("up", "--batch-every", "5 minutes")).isEqualTo(2);
        assertThat(command.execute("up", "--speed", "fast")).isEqualTo(2);
        assertThat(command.execute("up", "--fresh", "--restore")).isEqualTo(2);
        assertThat(command.execute("up", "--log-files", "0")).isEqualTo(2);
        assertThat(command.execute("up", "--checkpoints", "0")).isEqualTo(2);
        assertThat(command.execute("up", "--former-checkpoints", "a week")).isEqualTo(2);
        assertThat(command.execute("batch", "everything")).isEqualTo(2);
        assertThat(command.execute("batch", "--everything")).isEqualTo(2);
        assertThat(command.execute("scale", "flink", "2")).isEqualTo(2);
        assertThat(command.execute("scale", "kstreams", "0")).isEqualTo(2);
        assertThat(command.execute("scale", "kstreams", "5")).isEqualTo(2);
    }

    @Test
    void shouldPassOnToABatchJobWhatItDoesNotKnow() {
        String[] line = {
            "batch",
            "import",
            "some/folder",
            "--data-dir",
            directory.toString(),
            "--symbols",
            "BTCUSDT",
            "--require-checksum"
        };

        assertThat(command.parseArgs(line).subcommand().matchedPositional(1).<Object>getValue())
                .isEqualTo(List.of("some/folder", "--symbols", "BTCUSDT", "--require-checksum"));
        assertThat(command.execute(line)).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is running");
    }

    @Test
    void shouldPassOnWhatIsForTheProgramsThatItRuns() {
        String[] archive = {"archive", "--symbols", "BTCUSDT", "--data-dir", directory.toString(), "--help"};
        String[] sample = {"sample", "some/folder", "--days", "2"};

        assertThat(command.parseArgs(archive).subcommand().matchedPositional(0).<Object>getValue())
                .isEqualTo(List.of("--symbols", "BTCUSDT", "--help"));
        assertThat(command.parseArgs(sample).subcommand().matchedPositional(0).<Object>getValue())
                .isEqualTo(List.of("some/folder", "--days", "2"));
    }

    @Test
    void shouldSayThatNothingRuns() {
        assertThat(command.execute("status", "--data-dir", directory.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("nothing is running");
        assertThat(command.execute("batch", "--data-dir", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is running");
        assertThat(command.execute("scale", "kstreams", "2", "--data-dir", directory.toString()))
                .isEqualTo(1);
    }

    @Test
    void shouldGiveEveryFieldInJsonWhenNothingRuns() {
        command.execute("status", "--json", "--data-dir", directory.toString());

        assertThat(out.toString())
                .contains("\"ready\" : false", "\"caught_up\" : false", "\"processes\" : [ ]", "\"serving_ms\" : null")
                .contains("\"dead_letters\" : null", "\"batch\" : null", "\"flink_job\" : null");
    }

    @Test
    void shouldRefuseADirectoryThatHoldsSomethingElse() throws Exception {
        Path file = Files.writeString(directory.resolve("letters.txt"), "Dear Ada");

        assertThat(command.execute("up", "--fresh", "--data-dir", directory.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("was not made by lambda");
        assertThat(file).exists();
    }
}
