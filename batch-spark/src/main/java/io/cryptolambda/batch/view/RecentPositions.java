package io.cryptolambda.batch.view;

/** The positions of the last n elements of a series: the latest of them is what a lookback of n rests on. */
final class RecentPositions {
    private final LogPosition[] ring;
    private int count;

    RecentPositions(int n) {
        this.ring = new LogPosition[n];
    }

    void add(LogPosition position) {
        ring[count % ring.length] = position;
        count++;
    }

    LogPosition latest() {
        LogPosition latest = ring[0];
        for (int i = 1; i < Math.min(count, ring.length); i++) {
            latest = latest.orLater(ring[i]);
        }
        return latest;
    }
}
