package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.master.ImportPosition;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveLine;
import io.cryptolambda.core.archive.ArchiveText;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A file to import, found sound. It travels with its bytes, so that what is imported is what was checked, wherever the work
 * is done.
 *
 * @param name its name
 * @param zip its bytes
 * @param sha256 of the zip
 * @param position where its rows stand in the master dataset
 * @param logFrom first open time, epoch milliseconds UTC, whose rows go to the log instead; {@link Long#MAX_VALUE} if all
 *     go into the master dataset
 */
record FileTask(String name, byte[] zip, String sha256, ImportPosition position, long logFrom) implements Serializable {
    /** Whose archive it is. */
    private static final String EXCHANGE = "binance";

    ArchiveFile file() {
        return ArchiveFile.of(Path.of(name)).orElseThrow();
    }

    /** Whether some of its rows may go to the log. */
    boolean reachesTheLog() {
        return file().end() > logFrom;
    }

    void readLines(Consumer<ArchiveLine> out) {
        if (ArchiveText.unpack(name, zip) instanceof ArchiveText.Text text) {
            ArchiveLine.read(file(), text.bytes(), EXCHANGE, out);
        } else {
            throw new IllegalStateException(name + " was sound before");
        }
    }
}
