package io.cryptolambda.serving.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * A WebJar of the class path.
 *
 * @param name its artifact
 * @param version part of the path inside, which the jar tells beside
 */
record WebJar(String name, String version) {

    /** @throws IllegalStateException if it is not there: the program was put together wrongly */
    static WebJar of(String name) {
        String resource = "META-INF/maven/org.webjars/" + name + "/pom.properties";
        try (InputStream stream = WebJar.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource + " on the class path");
            }
            Properties properties = new Properties();
            properties.load(stream);
            return new WebJar(name, properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resource of a file in it. */
    String file(String path) {
        return "META-INF/resources/webjars/" + name + "/" + version + "/" + path;
    }
}
