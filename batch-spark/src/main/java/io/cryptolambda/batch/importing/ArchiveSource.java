package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.util.List;

/** Where archive files come from. */
interface ArchiveSource {
    /** Largest zip that is read, in bytes: a month of 1-minute rows has 3 MB. */
    int LARGEST_ZIP = 64 * 1024 * 1024;

    /**
     * The files to ask for, in order of time.
     *
     * @throws IOException if that cannot be told
     */
    List<ArchiveFile> files() throws IOException;

    /** Number of files passed over because they are of another interval. */
    int ignored();

    /** Gets one; several where it is made up of others, such as a month of days. Called by several threads. */
    List<Fetched> fetch(ArchiveFile file) throws InterruptedException;
}
