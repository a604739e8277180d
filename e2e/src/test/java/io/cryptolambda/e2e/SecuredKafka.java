package io.cryptolambda.e2e;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker that lets in one user, by SASL_SSL with SCRAM-SHA-512, and nobody else. */
final class SecuredKafka implements AutoCloseable {
    private static final String MECHANISM = "SCRAM-SHA-512";

    private final KafkaServer server;
    private final Path clientProperties;

    /** @param folder where it keeps everything, the file of its clients too */
    SecuredKafka(Path folder, Certificates certificates, String user, String password) throws Exception {
        String login = "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                + "\" password=\"" + password + "\";";
        server = KafkaServer.start(
                folder,
                List.of(
                        "listener.security.protocol.map=BROKER:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms=" + MECHANISM,
                        "sasl.mechanism.inter.broker.protocol=" + MECHANISM,
                        "listener.name.broker.scram-sha-512.sasl.jaas.config=" + login,
                        "ssl.keystore.type=PKCS12",
                        "ssl.keystore.location=" + certificates.keys(),
                        "ssl.keystore.password=" + certificates.password(),
                        "ssl.key.password=" + certificates.password(),
                        "ssl.truststore.type=PKCS12",
                        "ssl.truststore.location=" + certificates.trusted(),
                        "ssl.truststore.password=" + certificates.password()),
                List.of("--add-scram", MECHANISM + "=[name=" + user + ",password=" + password + "]"));
        clientProperties = Files.write(
                folder.resolve("client.properties"),
                List.of(
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=" + MECHANISM,
                        "sasl.jaas.config=" + login,
                        "ssl.truststore.type=PKCS12",
                        "ssl.truststore.location=" + certificates.trusted(),
                        "ssl.truststore.password=" + certificates.password()));
        createTopics();
    }

    /** The options of a program that may come in. */
    List<String> options() {
        return List.of("--kafka=" + server.address(), "--kafka-properties=" + clientProperties);
    }

    private void createTopics() throws Exception {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(clientProperties)) {
            properties.load(in);
        }
        properties.putAll(KafkaAccess.at(server.address()).with(Map.of()));
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(Topics.all().stream()
                            .map(topic -> new NewTopic(topic.name(), 2, (short) 1).configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
