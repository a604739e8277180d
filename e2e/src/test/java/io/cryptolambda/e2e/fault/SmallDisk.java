package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own for one folder, small enough to be filled. Mounting needs rights that not every user has. */
final class SmallDisk implements AutoCloseable {
    private static final long LARGEST = 1L << 30;
    private static final String FILLER = "filler";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if this user may not mount */
    static SmallDisk mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command mount = Command.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "small-disk", folder.toString()));
        if (mount.exitCode() != 0) {
            throw new UncheckedIOException(new IOException(mount.toString()));
        }
        return new SmallDisk(folder);
    }

    /** Leaves nothing free. Refuses to do so to a disk that is not a small one. */
    static void fill(Path folder) throws IOException {
        if (Files.getFileStore(folder).getTotalSpace() > LARGEST) {
            throw new IOException(folder + " is not on a small disk");
        }
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() > block.length) {
                throw e;
            }
        }
    }

    static void relieve(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    @Override
    public void close() {
        Command.run(List.of("umount", folder.toString())).requireSuccess();
    }
}
