package io.cryptolambda.bench.batch;

import java.nio.file.Path;

/** The contenders, by the name on the command line of {@link ContenderMain}. */
enum ContenderKind {
    OURS {
        @Override
        Contender open(Path folder, int threads) {
            return new ColumnarContender(folder, threads);
        }
    },
    DUCKDB {
        @Override
        Contender open(Path folder, int threads) throws Exception {
            return new DuckDbContender(folder, threads);
        }
    },
    SPARK_SQL {
        @Override
        Contender open(Path folder, int threads) {
            return new SparkSqlContender(folder, threads);
        }
    };

    abstract Contender open(Path folder, int threads) throws Exception;
}
