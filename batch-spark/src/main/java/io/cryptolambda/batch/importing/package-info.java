/**
 * Imports the exchange's public archive into the master dataset.
 *
 * <p>A file is taken whole or not at all, exactly once, whatever crashes; the same file again changes nothing, and one that
 * was issued again under its old name is a revision: both versions stay. Rows that the speed layer may still want go to
 * the log, and so to every layer; older ones straight into the master dataset, positioned after all that it knows of the
 * log. Bad rows are kept with file, line and reason.
 */
package io.cryptolambda.batch.importing;
