package io.cryptolambda.batch.master;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local file system, until its owner dies: from a given change on, every change fails. */
public final class FailingFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "failing";

    private static final AtomicInteger CHANGES_LEFT = new AtomicInteger(Integer.MAX_VALUE);

    /** Lets {@code changes} more changes happen, and none after them. */
    static void dieAfter(int changes) {
        CHANGES_LEFT.set(changes);
    }

    /** Lets everything happen again. */
    static void liveAgain() {
        CHANGES_LEFT.set(Integer.MAX_VALUE);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        change();
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        change();
        return super.rename(from, to);
    }

    @Override
    public boolean mkdirs(Path folder) throws IOException {
        change();
        return super.mkdirs(folder);
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        change();
        return super.delete(file, recursive);
    }

    private static void change() throws IOException {
        if (CHANGES_LEFT.getAndDecrement() <= 0) {
            CHANGES_LEFT.set(0);
            throw new IOException("died");
        }
    }
}
