package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;

/** Where the documents of a contender are. */
enum Side {
    OURS {
        @Override
        String index(Interval interval, long openTime) {
            return Indices.speed(interval, openTime);
        }

        @Override
        String all() {
            return Indices.allSpeed();
        }
    },
    SPARK {
        @Override
        String index(Interval interval, long openTime) {
            return interval == Interval.ONE_MINUTE ? SPARK_CANDLES : SPARK_BARS;
        }

        @Override
        String all() {
            return SPARK_CANDLES + "," + SPARK_BARS;
        }
    };

    static final String SPARK_CANDLES = "bench-spark-candles";
    static final String SPARK_BARS = "bench-spark-bars";

    /** The index of a document. */
    abstract String index(Interval interval, long openTime);

    /** All its indices, as a path has them. */
    abstract String all();
}
