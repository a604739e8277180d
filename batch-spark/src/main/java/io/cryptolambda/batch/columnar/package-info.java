/**
 * The fast path of a full recompute: minutes read column by column from compacted files, and bars made of them in
 * primitive arrays.
 *
 * <p>A file that {@code compact} has written holds one symbol's minutes of one closed month in open-time order. Its pages
 * are decoded straight into arrays, decimals as 128-bit scaled integers, and rolled up in one pass; no object is made per
 * minute. What comes out is, digit for digit and bit for bit, what {@link io.cryptolambda.batch.view} computes from single
 * records, which stays the definition; the tests hold the two against each other. Order is checked while reading: a file
 * that is not as expected is refused with {@link io.cryptolambda.batch.columnar.UnsortedMinutes}, and the caller takes the
 * path that sorts. Nothing here knows Spark's session; only Parquet's reader is used.
 */
package io.cryptolambda.batch.columnar;
