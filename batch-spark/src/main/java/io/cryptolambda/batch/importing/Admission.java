package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.master.ImportedFile;
import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which files are imported: those that are sound, and not there yet. */
final class Admission {
    private final boolean checksumRequired;
    private final Map<String, Map<String, ImportedFile>> known = new HashMap<>();
    private long lastSequence;

    /** @param imported what the master dataset knows */
    Admission(Collection<ImportedFile> imported, boolean checksumRequired) {
        this.checksumRequired = checksumRequired;
        imported.forEach(this::remember);
    }

    /** The sequence of the last file imported or taken. */
    long lastSequence() {
        return lastSequence;
    }

    /** What is to be done with a file. */
    sealed interface Verdict {}

    /**
     * To be imported.
     *
     * @param file its name taken apart
     * @param zip the zip, as it was checked
     * @param sha256 of the zip
     * @param sequence its place in the order of imports
     * @param earlier sequences of the versions of this file that were imported before
     */
    record Taken(ArchiveFile file, byte[] zip, String sha256, long sequence, List<Long> earlier) implements Verdict {}

    /**
     * This very file was imported before.
     *
     * @param before what was noted then
     */
    record Known(ImportedFile before) implements Verdict {}

    /**
     * Nothing of it is imported.
     *
     * @param reason why
     */
    record Refused(String reason) implements Verdict {}

    Verdict judge(Fetched.Found found) {
        String name = found.file().name();
        String sha256 = ArchiveChecksum.sha256(found.zip());
        String problem = checksumProblem(found.checksum(), name, sha256);
        if (problem != null) {
            return new Refused(problem);
        }
        Map<String, ImportedFile> versions = known.getOrDefault(name, Map.of());
        if (versions.containsKey(sha256)) {
            return new Known(versions.get(sha256));
        }
        if (ArchiveText.unpack(name, found.zip()) instanceof ArchiveText.Refused refused) {
            return new Refused(refused.reason());
        }
        List<Long> earlier =
                versions.values().stream().map(ImportedFile::sequence).toList();
        Taken taken = new Taken(found.file(), found.zip(), sha256, lastSequence + 1, earlier);
        remember(new ImportedFile(name, sha256, taken.sequence(), 0, 0, 0));
        return taken;
    }

    private void remember(ImportedFile file) {
        known.computeIfAbsent(file.name(), name -> new HashMap<>()).put(file.sha256(), file);
        lastSequence = Math.max(lastSequence, file.sequence());
    }

    private String checksumProblem(String text, String name, String sha256) {
        if (text == null) {
            return checksumRequired ? "has no " + ArchiveChecksum.SUFFIX + " file beside it" : null;
        }
        try {
            ArchiveChecksum published = ArchiveChecksum.parse(text);
            if (!published.name().equals(name)) {
                return "has the checksum of " + published.name() + " beside it";
            }
            return published.sha256().equals(sha256)
                    ? null
                    : "does not match its checksum: published " + published.sha256() + ", found " + sha256;
        } catch (IllegalArgumentException e) {
            return "has a broken " + ArchiveChecksum.SUFFIX + " file: " + e.getMessage();
        }
    }
}
