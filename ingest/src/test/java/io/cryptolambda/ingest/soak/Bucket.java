package io.cryptolambda.ingest.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A bucket of a histogram in Prometheus' text form.
 *
 * @param seconds what fell into it took no longer
 * @param count of all that took no longer
 */
record Bucket(double seconds, double count) {

    /** All buckets of a histogram, the shortest first; the last is endless. */
    static List<Bucket> of(String metrics, String histogram) {
        Pattern line = Pattern.compile("(?m)^" + histogram + "_seconds_bucket\\{le=\"([^\"]+)\"} (\\S+)$");
        return line.matcher(metrics).results().map(Bucket::read).toList();
    }

    /** What was added since. */
    static List<Bucket> since(List<Bucket> before, List<Bucket> now) {
        List<Bucket> added = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            double earlier = before.isEmpty() ? 0 : before.get(i).count();
            added.add(new Bucket(now.get(i).seconds(), now.get(i).count() - earlier));
        }
        return added;
    }

    /** The shortest bucket that {@code share} of everything falls into, in seconds. */
    static double quantile(List<Bucket> buckets, double share) {
        double all = buckets.get(buckets.size() - 1).count();
        return buckets.stream()
                .filter(bucket -> bucket.count() >= share * all)
                .findFirst()
                .orElseThrow()
                .seconds();
    }

    private static Bucket read(MatchResult line) {
        String bound = line.group(1).equals("+Inf") ? "Infinity" : line.group(1);
        return new Bucket(Double.parseDouble(bound), Double.parseDouble(line.group(2)));
    }
}
