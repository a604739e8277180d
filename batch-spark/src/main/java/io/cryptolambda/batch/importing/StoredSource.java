package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Archive files in a folder and the folders below it, on this machine or wherever Hadoop can read: S3, HDFS. */
final class StoredSource implements ArchiveSource {
    private static final int LONGEST_CHECKSUM = 4 * 1024;

    private final FileSystem fileSystem;
    private final List<ArchiveFile> files = new ArrayList<>();
    private final Map<ArchiveFile, FileStatus> stored = new HashMap<>();
    private int ignored;

    /**
     * @param root such as {@code file:/data/files} or {@code s3a://bucket/landing}
     * @throws IOException if it cannot be read, or there is nothing
     */
    StoredSource(Path root, Configuration hadoop, FileSelection selection) throws IOException {
        this.fileSystem = root.getFileSystem(hadoop);
        RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(root, true);
        while (found.hasNext()) {
            LocatedFileStatus status = found.next();
            Optional<ArchiveFile> file = named(status.getPath()).filter(selection::wants);
            if (file.isPresent()) {
                add(file.get(), status);
            }
        }
        files.sort(Comparator.comparing(ArchiveFile::firstDay)
                .thenComparing(ArchiveFile::symbol)
                .thenComparing(file -> file.path().toString()));
    }

    @Override
    public List<ArchiveFile> files() {
        return List.copyOf(files);
    }

    @Override
    public int ignored() {
        return ignored;
    }

    @Override
    public List<Fetched> fetch(ArchiveFile file) {
        FileStatus zip = stored.get(file);
        if (zip.getLen() > LARGEST_ZIP) {
            return List.of(new Fetched.Unreadable(file, "is larger than " + LARGEST_ZIP + " bytes"));
        }
        try {
            return List.of(new Fetched.Found(file, read(zip.getPath(), LARGEST_ZIP), checksum(zip.getPath())));
        } catch (IOException e) {
            return List.of(new Fetched.Unreadable(file, "cannot be read: " + e));
        }
    }

    private void add(ArchiveFile file, FileStatus status) {
        if (file.interval().equals(FileSelection.INTERVAL)) {
            files.add(file);
            stored.put(file, status);
        } else {
            ignored++;
        }
    }

    // Known by its whole address: two folders may have files of one name.
    private static Optional<ArchiveFile> named(Path path) {
        return path.getName().endsWith(".zip")
                ? ArchiveFile.of(java.nio.file.Path.of(path.toUri().getPath()))
                : Optional.empty();
    }

    private String checksum(Path zip) throws IOException {
        try {
            return new String(read(zip.suffix(ArchiveChecksum.SUFFIX), LONGEST_CHECKSUM), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    private byte[] read(Path path, int longest) throws IOException {
        try (InputStream in = fileSystem.open(path)) {
            return in.readNBytes(longest);
        }
    }
}
