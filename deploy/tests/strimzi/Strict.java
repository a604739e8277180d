import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * Reads Strimzi's resources among the manifests (a JSON array on standard input) into the operator's own classes. Those put
 * aside what they do not know, an API server would drop it; here it is an error, and so is a value of the wrong type.
 */
final class Strict {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final Map<String, String> KINDS = Map.of(
            "Kafka", "kafka.Kafka",
            "KafkaNodePool", "nodepool.KafkaNodePool",
            "KafkaTopic", "topic.KafkaTopic",
            "KafkaUser", "user.KafkaUser");

    private static int wrong;
    private static int read;

    public static void main(String[] arguments) throws Exception {
        for (JsonNode manifest : MAPPER.readTree(System.in)) {
            if (manifest.path("apiVersion").asText().startsWith("kafka.strimzi.io/")) {
                check(manifest);
            }
        }
        System.out.printf("%d resources read, %d fields wrong%n", read, wrong);
        System.exit(read > 0 && wrong == 0 ? 0 : 1);
    }

    private static void check(JsonNode manifest) throws Exception {
        String kind = manifest.path("kind").asText();
        String where = kind + " " + manifest.path("metadata").path("name").asText();
        Object resource;
        try {
            resource = MAPPER.treeToValue(manifest, Class.forName("io.strimzi.api.kafka.model." + KINDS.get(kind)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | ClassNotFoundException e) {
            wrong++;
            System.out.println(where + ": " + e.getMessage());
            return;
        }
        read++;
        unknown(where, resource);
    }

    /** What Strimzi's classes have put aside, since no field of theirs took it. */
    private static void unknown(String where, Object part) throws Exception {
        if (part instanceof Iterable<?> list) {
            for (Object each : list) {
                unknown(where, each);
            }
        } else if (part != null && part.getClass().getName().startsWith("io.strimzi.api.") && !part.getClass().isEnum()) {
            for (var method : part.getClass().getMethods()) {
                if (method.getName().equals("getAdditionalProperties")) {
                    for (Object name : ((Map<?, ?>) method.invoke(part)).keySet()) {
                        wrong++;
                        System.out.printf("%s: %s has no field %s%n", where, part.getClass().getSimpleName(), name);
                    }
                } else if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                    unknown(where, method.invoke(part));
                }
            }
        }
    }
}
