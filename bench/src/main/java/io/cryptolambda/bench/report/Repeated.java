package io.cryptolambda.bench.report;

import java.util.List;
import java.util.Locale;

/** One measure of several runs. */
public record Repeated(List<Double> values) {

    /** @throws IllegalArgumentException if there is none */
    public Repeated {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    /** The middle value; of an even number, the mean of the two in the middle. */
    public double median() {
        int half = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
    }

    /** The median and, in brackets, least and greatest. */
    @Override
    public String toString() {
        String range = values.size() == 1
                ? ""
                : String.format(Locale.ROOT, " (%.2f-%.2f)", values.get(0), values.get(values.size() - 1));
        return String.format(Locale.ROOT, "%.2f", median()) + range;
    }
}
