package io.cryptolambda.batch.importing;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** What an import is told to import from, as text: a folder, its address as Hadoop spells it, or an http address. */
public final class ImportAddress {
    // One letter alone is a drive of Windows, not a scheme.
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

    private ImportAddress() {}

    /** Whether it is the public archive by HTTP. */
    public static boolean isWeb(String from) {
        return WEB.matcher(from).matches();
    }

    /** Whether it is an address rather than a folder of this machine. */
    public static boolean isAddress(String from) {
        return SCHEME.matcher(from).matches();
    }

    /** Where the files lie, if that is not the web. */
    static Path folder(String from) {
        return isAddress(from)
                ? new Path(from)
                : new Path(java.nio.file.Path.of(from).toAbsolutePath().toUri());
    }
}
