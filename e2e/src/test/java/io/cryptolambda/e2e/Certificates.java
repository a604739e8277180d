package io.cryptolambda.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for 127.0.0.1 in a key store, and a trust store with nothing but it.
 *
 * @param keys the server's PKCS #12 key store
 * @param trusted the clients' PKCS #12 trust store
 * @param password of both
 */
record Certificates(Path keys, Path trusted, String password) {

    /** Makes them by the JDK's keytool. */
    static Certificates in(Path folder, String password) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path trusted = folder.resolve("trusted.p12");
        Path certificate = folder.resolve("server.pem");
        keytool(
                List.of("-genkeypair", "-keyalg", "RSA", "-validity", "2", "-dname", "CN=localhost"),
                List.of("-ext", "SAN=ip:127.0.0.1,dns:localhost"),
                store(keys, password));
        keytool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), store(keys, password));
        keytool(List.of("-importcert", "-noprompt", "-file", certificate.toString()), store(trusted, password));
        return new Certificates(keys, trusted, password);
    }

    private static List<String> store(Path store, String password) {
        return List.of(
                "-alias", "server", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", password);
    }

    @SafeVarargs
    private static void keytool(List<String>... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        List.of(arguments).forEach(line::addAll);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + arguments[0]);
        }
    }
}
