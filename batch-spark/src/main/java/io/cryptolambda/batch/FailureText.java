package io.cryptolambda.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What went wrong, in one line: an engine's exception buries it under what failed because of it. */
final class FailureText {
    private static final int LONGEST = 1_000;
    // Spark's way of saying that a task failed, which its cause says better.
    private static final Set<String> EMPTY = Set.of("Job aborted due to stage failure", "Job aborted.", "Task failed");
    private static final Pattern LINES = Pattern.compile("\\s*\\R.*", Pattern.DOTALL);

    private FailureText() {}

    /** The first line of each cause's message, the innermost first, each said once. */
    static String of(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = LINES.matcher(String.valueOf(at.getMessage())).replaceFirst("");
            boolean said = messages.stream().anyMatch(other -> other.contains(message));
            if (at.getMessage() != null && !said && EMPTY.stream().noneMatch(message::startsWith)) {
                messages.removeIf(message::contains);
                messages.add(0, message);
            }
        }
        String text = messages.isEmpty() ? failure.toString() : String.join("; ", messages);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
