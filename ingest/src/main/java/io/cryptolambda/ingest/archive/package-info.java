/**
 * Downloads files of the exchange's public archive into the store's landing area, each verified against its checksum.
 *
 * <p>A file is written before its checksum, so what has a checksum in the landing area is whole. Nothing is unpacked and
 * nothing is published here: that is the import's work. Nothing depends on this package but the program's command line.
 */
package io.cryptolambda.ingest.archive;
