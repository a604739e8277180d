package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.master.ImportedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an import has done so far. Counts are of files or rows. */
public final class ImportResult {
    private static final int SHOWN = 20;

    private final List<String> refusals = new ArrayList<>();
    private final int files;
    private final int ignored;
    private int done;
    private int imported;
    private int known;
    private int reissued;
    private int missing;
    private int withoutChecksum;
    private long toMaster;
    private long toLog;
    private long skipped;
    private long repeated;
    private long revisions;
    private long rejected;

    ImportResult(int files, int ignored) {
        this.files = files;
        this.ignored = ignored;
    }

    void addDone() {
        done++;
    }

    void addKnown(ImportedFile before) {
        known++;
        skipped += before.rows();
    }

    void addMissing() {
        missing++;
    }

    void addWithoutChecksum() {
        withoutChecksum++;
    }

    void addRefused(String name, String reason) {
        refusals.add(name + " " + reason);
    }

    void addImported(Collection<ImportedFile> notes, int reissuedFiles, RepeatedRows again) {
        imported += notes.size();
        reissued += reissuedFiles;
        repeated += again.equal();
        revisions += again.revised();
        for (ImportedFile note : notes) {
            toMaster += note.toMaster();
            toLog += note.toLog();
            rejected += note.rejected();
        }
    }

    /** Files that were asked for. */
    public int files() {
        return files;
    }

    /** Of these, those that have been dealt with. */
    public int filesDone() {
        return done;
    }

    /** Files passed over because they are of another interval. */
    public int ignored() {
        return ignored;
    }

    /** Files imported. */
    public int imported() {
        return imported;
    }

    /** Files that were imported before, byte for byte. */
    public int known() {
        return known;
    }

    /** Files imported of whose name there was another version. */
    public int reissued() {
        return reissued;
    }

    /** Files that were never published. */
    public int missing() {
        return missing;
    }

    /** Files that had no checksum beside them. */
    public int withoutChecksum() {
        return withoutChecksum;
    }

    /** Files of which nothing was imported, because something is wrong with them as a whole. */
    public int refused() {
        return refusals.size();
    }

    /** The first of the refused files, each with the reason. */
    public List<String> refusals() {
        return refusals.subList(0, Math.min(SHOWN, refusals.size()));
    }

    /** Rows read, good or bad, those of known files included. */
    public long rowsIn() {
        return rowsOut() + rejected + skipped;
    }

    /** Rows stored or sent. */
    public long rowsOut() {
        return toMaster + toLog;
    }

    /** Rows that went into the master dataset. */
    public long toMaster() {
        return toMaster;
    }

    /** Rows that went to the log. */
    public long toLog() {
        return toLog;
    }

    /** Rows that say what an earlier import of the same file had said. */
    public long duplicates() {
        return skipped + repeated;
    }

    /** Rows that say something else of a minute than every earlier import of the same file. */
    public long revisions() {
        return revisions;
    }

    /** Rows that break the contract. */
    public long rejected() {
        return rejected;
    }
}
