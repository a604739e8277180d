package io.cryptolambda.local.lambda.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file locked by this process. The operating system lets go of it when the process ends, however it ends. */
public final class HeldLock implements AutoCloseable {
    private final FileChannel channel;

    private HeldLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty if somebody else holds it. */
    public static Optional<HeldLock> tryHold(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new HeldLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this process: the same answer as another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Waits until the one that holds it lets go. */
    public static HeldLock hold(Path file) throws IOException {
        FileChannel channel = open(file);
        channel.lock();
        return new HeldLock(channel);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
