package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Archive files in a folder and the folders below it. */
final class FolderSource implements ArchiveSource {
    private final List<ArchiveFile> files;
    private final int ignored;

    /** @throws IOException if the folder cannot be read */
    FolderSource(Path folder, FileSelection selection) throws IOException {
        Map<Boolean, List<ArchiveFile>> byInterval = ArchiveFile.find(folder).stream()
                .filter(selection::wants)
                .collect(Collectors.partitioningBy(file -> file.interval().equals(FileSelection.INTERVAL)));
        this.files = byInterval.get(true);
        this.ignored = byInterval.get(false).size();
    }

    @Override
    public List<ArchiveFile> files() {
        return files;
    }

    @Override
    public int ignored() {
        return ignored;
    }

    @Override
    public List<Fetched> fetch(ArchiveFile file) {
        try {
            long size = Files.size(file.path());
            if (size > LARGEST_ZIP) {
                return List.of(new Fetched.Unreadable(file, "is larger than " + LARGEST_ZIP + " bytes"));
            }
            return List.of(new Fetched.Found(file, Files.readAllBytes(file.path()), checksum(file.path())));
        } catch (IOException e) {
            return List.of(new Fetched.Unreadable(file, "cannot be read: " + e));
        }
    }

    private static String checksum(Path zip) throws IOException {
        try {
            return Files.readString(zip.resolveSibling(zip.getFileName() + ArchiveChecksum.SUFFIX));
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
