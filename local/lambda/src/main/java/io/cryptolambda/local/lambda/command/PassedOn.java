package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.stack.ProjectLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command of one of our programs, passed on to it as it was given: its options are defined there alone.
 *
 * @param module the program's module
 * @param artifact its jar
 * @param mainClass its main class
 * @param command the command's name there
 */
record PassedOn(String module, String artifact, String mainClass, String command) {

    /**
     * Runs it; returns its exit code.
     *
     * @param environment what it gets where the environment of this process does not say it
     */
    int run(List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        line.addAll(List.of("-cp", ProjectLayout.fromSystem().classPath(module, artifact), mainClass, command));
        line.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(line);
        environment.forEach(program.environment()::putIfAbsent);
        return Foreground.run(program);
    }
}
