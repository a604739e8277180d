package io.cryptolambda.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** The inside of an {@link AnsweringJvm}: each line of standard input is answered with a line that begins with {@value #ANSWER}. */
public final class Answering {
    /** What tells an answer from anything else on standard output. */
    static final String ANSWER = "answer: ";

    private static final double NANOS = 1e9;

    private Answering() {}

    /** Answers one question. */
    public interface Task {
        /** The answer, in one line. */
        String answer(String question) throws Exception;
    }

    /** Answers until there are no further questions. */
    public static void serve(Task task) throws Exception {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            say(task.answer(line));
        }
    }

    /** An answer that was not asked for by a line. */
    public static void say(String answer) throws IOException {
        System.out.println(ANSWER + answer);
    }

    /** CPU time of all threads of this process so far, in seconds. */
    public static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS;
    }
}
