package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.archive.ArchiveChecksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** The public archive with the files it is given. */
final class ArchiveFilesServer extends Dispatcher implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    ArchiveFilesServer() throws IOException {
        server.setDispatcher(this);
        server.start();
    }

    String url() {
        return server.url("/").toString();
    }

    int requests() {
        return server.getRequestCount();
    }

    /** Issues a file with its checksum; returns the file. */
    byte[] issue(String path, String line) throws IOException {
        byte[] zip = zip(path, line);
        files.put(path, zip);
        checksum(path, ArchiveChecksum.sha256(zip));
        return zip;
    }

    /** Publishes that as the checksum of a file, right or wrong. */
    void checksum(String path, String sha256) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        files.put(path + ArchiveChecksum.SUFFIX, (sha256 + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void withdraw(String path) {
        files.remove(path);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        byte[] file = files.get(request.getUrl().encodedPath().substring(1));
        return file == null
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder().body(new Buffer().write(file)).build();
    }

    @Override
    public void close() {
        server.close();
    }

    private static byte[] zip(String path, String line) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(
                    new ZipEntry(path.substring(path.lastIndexOf('/') + 1).replace(".zip", ".csv")));
            zip.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
