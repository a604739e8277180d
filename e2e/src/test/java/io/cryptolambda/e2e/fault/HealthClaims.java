package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** R6: what {@code status} says of a stack in which a process stands still. */
final class HealthClaims {
    private HealthClaims() {}

    /** What in it is not so. */
    static List<String> lies(JsonNode status, String standsStill) {
        List<String> lies = new ArrayList<>();
        List<JsonNode> named = StreamSupport.stream(status.path("processes").spliterator(), false)
                .filter(process -> process.path("name").asText().equals(standsStill))
                .toList();
        if (named.isEmpty()) {
            lies.add("status did not name " + standsStill);
        }
        if (named.stream().anyMatch(process -> process.path("healthy").asBoolean())) {
            lies.add("status called " + standsStill + " healthy while it stood still");
        }
        if (status.path("ready").asBoolean()) {
            lies.add("status called the stack ready while " + standsStill + " stood still");
        }
        return lies;
    }
}
