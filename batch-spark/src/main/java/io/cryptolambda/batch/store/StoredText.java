package io.cryptolambda.batch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A small text on the store. */
public final class StoredText {
    private StoredText() {}

    /** Writes or replaces it. */
    public static void write(String location, String text, Configuration hadoop) throws IOException {
        Path path = new Path(location);
        try (OutputStream out = path.getFileSystem(hadoop).create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
