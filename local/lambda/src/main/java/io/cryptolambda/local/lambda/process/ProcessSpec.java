package io.cryptolambda.local.lambda.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java process to run.
 *
 * @param name unique; names its log and its argument file too
 * @param tier what it stands on
 * @param port the port shown to people, 0 for none
 * @param health how it is seen to work
 * @param startLimit how long it may take until it is healthy
 * @param jvmFlags flags of its JVM
 * @param classPath its class path
 * @param mainClass its main class
 * @param arguments program arguments
 * @param environment variables added to the inherited ones; may hold credentials, so it is never printed
 * @param preparation run before each start
 * @param background whether others go first where the processor is short
 */
public record ProcessSpec(
        String name,
        Tier tier,
        int port,
        HealthProbe health,
        Duration startLimit,
        List<String> jvmFlags,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        Preparation preparation,
        boolean background) {
    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    /** What must be done before a process can start, such as writing its configuration. */
    @FunctionalInterface
    public interface Preparation {
        void run() throws Exception;
    }

    public ProcessSpec {
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A process with no environment of its own and nothing to prepare. */
    public static ProcessSpec java(
            String name,
            Tier tier,
            int port,
            HealthProbe health,
            List<String> jvmFlags,
            String classPath,
            String mainClass,
            List<String> arguments) {
        return new ProcessSpec(
                name,
                tier,
                port,
                health,
                START_LIMIT,
                jvmFlags,
                classPath,
                mainClass,
                arguments,
                Map.of(),
                () -> {},
                false);
    }

    public ProcessSpec withEnvironment(Map<String, String> variables) {
        return with(name, variables, preparation, background);
    }

    public ProcessSpec preparedBy(Preparation first) {
        return with(name, environment, first, background);
    }

    /** The same under another name, so that its log and files are its own. */
    public ProcessSpec named(String other) {
        return with(other, environment, preparation, background);
    }

    /** The same behind the others: it gets the processor's rest where candles on their way to a client need it. */
    public ProcessSpec inBackground() {
        return with(name, environment, preparation, true);
    }

    private ProcessSpec with(String otherName, Map<String, String> variables, Preparation first, boolean behindOthers) {
        return new ProcessSpec(
                otherName,
                tier,
                port,
                health,
                startLimit,
                jvmFlags,
                classPath,
                mainClass,
                arguments,
                variables,
                first,
                behindOthers);
    }

    /** The lines of the JVM's argument file: everything but the executable. */
    List<String> javaArguments() {
        List<String> lines = new ArrayList<>(jvmFlags);
        lines.add("-cp");
        lines.add(classPath);
        lines.add(mainClass);
        lines.addAll(arguments);
        return lines;
    }
}
