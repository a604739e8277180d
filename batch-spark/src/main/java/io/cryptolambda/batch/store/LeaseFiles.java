package io.cryptolambda.batch.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The files of a store's lease, {@code lease/<epoch>}.
 *
 * <p>That only one can create an epoch is the store's promise: on S3 by a conditional PUT ({@code If-None-Match}), on HDFS
 * by its name node, on a local disk by a hard link, which, unlike opening a new file, comes into being with its content.
 */
public final class LeaseFiles {
    /** A holder writes seconds apart; so many reads in a row are overtaken by nobody. */
    private static final int READS = 32;

    private static final int PRECONDITION_FAILED = 412;

    private final Path folder;
    private final Configuration configuration;

    /**
     * @param folder where the files lie
     * @param configuration how Hadoop reaches the store
     */
    public LeaseFiles(String folder, Configuration configuration) {
        this.folder = new Path(folder);
        this.configuration = configuration;
    }

    /** The newest epoch that was ever taken. */
    OptionalLong newestEpoch() {
        try {
            return Arrays.stream(store().listStatus(folder))
                    .map(file -> file.getPath().getName())
                    .filter(name -> name.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .max();
        } catch (FileNotFoundException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the lease cannot be read at " + folder, e);
        }
    }

    /**
     * What the holder of {@code epoch} said last; free if its file has gone because a later epoch was taken. A read is two
     * requests, and S3 refuses the second if the holder has written in between: what it wrote is read then.
     */
    LeaseState read(long epoch) {
        for (int attempt = 1; ; attempt++) {
            try (var in = store().open(file(epoch))) {
                return LeaseState.of(in.readAllBytes());
            } catch (FileNotFoundException e) {
                return LeaseState.free();
            } catch (IOException e) {
                if (!hasChanged(e) || attempt == READS) {
                    throw new UncheckedIOException("the lease cannot be read at " + file(epoch), e);
                }
            }
        }
    }

    /** Takes {@code epoch}; false if somebody else was quicker. */
    boolean create(long epoch, LeaseState state) {
        try {
            return switch (folder.toUri().getScheme()) {
                case "file" -> LocalCreation.createNew(file(epoch), state.toBytes());
                case "s3a" -> createConditionally(epoch, state);
                default -> createExclusively(epoch, state);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the lease cannot be written at " + file(epoch), e);
        }
    }

    /** Writes the file of {@code epoch}, which only its holder does. */
    void overwrite(long epoch, LeaseState state) {
        try {
            if (folder.toUri().getScheme().equals("file")) {
                LocalCreation.replace(file(epoch), state.toBytes());
                return;
            }
            try (var out = store().create(file(epoch), true)) {
                out.write(state.toBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lease cannot be written at " + file(epoch), e);
        }
    }

    /** Deletes the files of earlier epochs. */
    void deleteBefore(long epoch) {
        try {
            for (FileStatus old : store().listStatus(folder)) {
                String name = old.getPath().getName();
                if (name.matches("\\d+") && Long.parseLong(name) < epoch) {
                    store().delete(old.getPath(), false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lease cannot be cleaned up at " + folder, e);
        }
    }

    private boolean createConditionally(long epoch, LeaseState state) throws IOException {
        // What the builder is of is known to nobody but itself: its type is raw.
        try (var out = (FSDataOutputStream) store().createFile(file(epoch))
                .must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true)
                .build()) {
            out.write(state.toBytes());
        } catch (PathIOException e) {
            if (hasChanged(e)) {
                return false;
            }
            throw e;
        }
        return true;
    }

    /** Whether the store said status 412; which of Hadoop's readers asked decides how deep that lies in the exception. */
    private static boolean hasChanged(IOException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof AwsServiceException)) {
            cause = cause.getCause();
        }
        return cause instanceof AwsServiceException answer && answer.statusCode() == PRECONDITION_FAILED
                // S3A's own comparison of entity tags; the class is not on the compile class path.
                || e.getClass().getSimpleName().equals("RemoteFileChangedException");
    }

    private boolean createExclusively(long epoch, LeaseState state) throws IOException {
        try (var out = store().create(file(epoch), false)) {
            out.write(state.toBytes());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private Path file(long epoch) {
        return new Path(folder, String.format("%012d", epoch));
    }

    private FileSystem store() throws IOException {
        return folder.getFileSystem(configuration);
    }
}
