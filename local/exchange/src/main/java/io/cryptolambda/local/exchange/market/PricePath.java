package io.cryptolambda.local.exchange.market;

/**
 * A price as a function of time: sums of smooth noise of many time scales, so that any minute can be had without those
 * before it. Amplitudes grow with the square root of the scale, as a random walk's do; the small scales swell and calm
 * with the hours, so that volatility comes in clusters.
 */
final class PricePath {
    private static final long FINEST = 60_000;
    private static final int SCALES = 14;
    private static final int CLUSTERED = 7;
    private static final double MINUTE_DEVIATION = 0.0006;
    private static final long CLUSTER = 5 * 3_600_000L;

    private final long seed;
    private final double base;

    /** @param base the price it keeps about */
    PricePath(long seed, double base) {
        this.seed = seed;
        this.base = base;
    }

    /** The price at {@code time}, epoch milliseconds UTC. */
    double at(long time) {
        double swell = volatility(time);
        double logarithm = 0;
        double amplitude = MINUTE_DEVIATION;
        long scale = FINEST;
        for (int k = 0; k < SCALES; k++) {
            logarithm += noise(seed + k, time, scale) * amplitude * (k < CLUSTERED ? swell : 1);
            amplitude *= Math.sqrt(2);
            scale *= 2;
        }
        return base * StrictMath.exp(logarithm);
    }

    /** How lively the market is at {@code time}; 1 on average. */
    double volatility(long time) {
        return StrictMath.exp(0.9 * noise(seed ^ 0x5bd1e995L, time, CLUSTER));
    }

    /** Evenly distributed in [0, 1), the same for the same arguments. */
    static double uniform(long seed, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }

    // Between -1.7 and 1.7, deviation about 1, without a step at the edges of its buckets.
    private static double noise(long seed, long time, long scale) {
        long bucket = Math.floorDiv(time, scale);
        double into = (double) Math.floorMod(time, scale) / scale;
        double weight = into * into * (3 - 2 * into);
        double left = uniform(seed, bucket);
        double right = uniform(seed, bucket + 1);
        return 3.4 * (left + (right - left) * weight - 0.5);
    }
}
