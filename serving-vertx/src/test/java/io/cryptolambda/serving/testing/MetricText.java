package io.cryptolambda.serving.testing;

/** Values out of the text that Prometheus reads. */
final class MetricText {
    private MetricText() {}

    /** The value of a series without labels; 0 if there is none. */
    static double value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
