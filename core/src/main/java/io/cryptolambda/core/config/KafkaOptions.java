package io.cryptolambda.core.config;

import io.cryptolambda.core.access.KafkaAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options by which every program finds Kafka and is let in. */
public final class KafkaOptions {
    @Option(
            names = "--kafka",
            defaultValue = "127.0.0.1:9092",
            description = "bootstrap servers of Kafka (default: ${DEFAULT-VALUE})")
    private String servers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            converter = PropertiesFile.class,
            description =
                    "client properties of Kafka, such as security.protocol, sasl.* and ssl.*; secrets belong in this"
                            + " file (default: none)")
    private ClientProperties properties = new ClientProperties(Map.of());

    /** What was asked for. */
    public KafkaAccess access() {
        return new KafkaAccess(servers, properties.values());
    }

    /** What a file holds. A type of its own, as a map would make the option one of {@code KEY=VALUE}. */
    record ClientProperties(Map<String, String> values) {}

    /** Reads a file of Java properties. No error shows what is in it. */
    static final class PropertiesFile implements ITypeConverter<ClientProperties> {
        @Override
        public ClientProperties convert(String file) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new TypeConversionException("'" + file + "' cannot be read as properties: "
                        + e.getClass().getSimpleName());
            }
            return new ClientProperties(properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty)));
        }
    }
}
