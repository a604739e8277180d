/**
 * The exchange's public archive: files of candles as they are published, one CSV in each zip.
 *
 * <p>Files are named {@code SYMBOL-INTERVAL-YYYY-MM-DD.zip} (a day) or {@code SYMBOL-INTERVAL-YYYY-MM.zip} (a month), hold
 * twelve columns without a header, and give times in milliseconds up to 2024 and in microseconds from 2025 on; both
 * are read. Rows are exact and are never mended: a row that breaks the contract is an error that names file and line.
 * Whoever imports, replays or checks against archives uses this package; nothing in it knows an engine.
 */
package io.cryptolambda.core.archive;
