package io.cryptolambda.core.config;

import io.cryptolambda.core.access.ElasticsearchAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options by which every program finds Elasticsearch and is let in. */
public final class ElasticsearchOptions {
    @Option(
            names = "--elasticsearch",
            defaultValue = "http://127.0.0.1:9200",
            converter = Address.class,
            description = "base address of Elasticsearch; of https the certificate must be one that Java trusts, see"
                    + " javax.net.ssl.trustStore (default: ${DEFAULT-VALUE})")
    private URI address;

    @Option(
            names = "--elasticsearch-user",
            paramLabel = "NAME",
            defaultValue = "",
            description = "for basic authentication (default: none)")
    private String user;

    @Option(
            names = "--elasticsearch-password-file",
            paramLabel = "FILE",
            converter = Secret.class,
            description = "file that holds the password of --elasticsearch-user (default: none)")
    private String password = "";

    /** What was asked for. */
    public ElasticsearchAccess access() {
        return new ElasticsearchAccess(address, user, password);
    }

    /** An address without anything that must not be shown. */
    static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            URI address;
            try {
                address = URI.create(text);
            } catch (IllegalArgumentException e) {
                throw refused();
            }
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!http || address.getHost() == null || address.getRawUserInfo() != null) {
                throw refused();
            }
            return address;
        }

        private static TypeConversionException refused() {
            return new TypeConversionException("it must be an address such as http://127.0.0.1:9200 or"
                    + " https://search:9200, without a user, who is given by --elasticsearch-user");
        }
    }

    /** Reads a secret from a file, whose line end is none of it. */
    static final class Secret implements ITypeConverter<String> {
        @Override
        public String convert(String file) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new TypeConversionException(
                        "'" + file + "' cannot be read: " + e.getClass().getSimpleName());
            }
        }
    }
}
