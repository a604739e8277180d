package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveFile;

/** What came of asking for a file. */
sealed interface Fetched {

    /** The file that was asked for. */
    ArchiveFile file();

    /**
     * It is there.
     *
     * @param zip its bytes
     * @param checksum the text of the checksum file beside it; null if there is none
     */
    record Found(ArchiveFile file, byte[] zip, String checksum) implements Fetched {}

    /** It was never published. */
    record Missing(ArchiveFile file) implements Fetched {}

    /**
     * It cannot be had.
     *
     * @param reason why
     */
    record Unreadable(ArchiveFile file, String reason) implements Fetched {}
}
