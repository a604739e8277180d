/**
 * Records as table rows, and back.
 *
 * <p>Columns are typed so that DuckDB, pandas or any other reader of Parquet understands them: decimals are exact,
 * DECIMAL(38,8), times are epoch milliseconds UTC, names are those of the JSON contract. A row is written and read in the
 * order of its columns. Used by the jobs; the passes know nothing of rows.
 */
package io.cryptolambda.batch.row;
