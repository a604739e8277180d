/**
 * Compares our bars with the exchange's own: what the batch layer rolled up from minutes against the archive files of the
 * same interval, in all nine market values, digit for digit.
 *
 * <p>The result is kept on the store and published for the API. Nothing is ever corrected here: where the two differ, both
 * rows are shown, and who looks decides.
 */
package io.cryptolambda.batch.checking;
