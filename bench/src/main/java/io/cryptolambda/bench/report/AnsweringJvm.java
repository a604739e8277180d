package io.cryptolambda.bench.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM of its own whose main class runs {@link Answering#serve}: asked for one thing after the other. */
public final class AnsweringJvm implements AutoCloseable {
    private final Path log;
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    /**
     * Starts it.
     *
     * @param java flags, class path, main class and arguments
     * @param environment variables besides those of this process
     * @param log where its standard error goes
     */
    public AnsweringJvm(List<String> java, Map<String, String> environment, Path log) throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * The answer to a line.
     *
     * @throws IOException if it ended
     */
    public String ask(String question) throws IOException {
        questions.println(question);
        return answer(question);
    }

    /** The answer to there being no further question. */
    public String last() throws IOException {
        questions.close();
        return answer("the end");
    }

    @Override
    public void close() {
        questions.close();
        Ending.await(process);
    }

    private String answer(String question) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Answering.ANSWER)) {
                return line.substring(Answering.ANSWER.length());
            }
        }
        throw new IOException("ended at '" + question + "'; its log is " + log);
    }
}
