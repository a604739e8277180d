package io.cryptolambda.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionJsonTest {
    private final Held held = new Held();

    private static final class Held implements SubscriptionJson.Streams {
        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public Collection<String> streams() {
            return names;
        }

        @Override
        public boolean subscribe(List<String> more) {
            return more.size() <= most() && names.addAll(more);
        }

        @Override
        public void unsubscribe(String name) {
            names.remove(name);
        }

        @Override
        public int most() {
            return 2;
        }
    }

    @Test
    void shouldSubscribeListAndUnsubscribeUnderTheIdThatWasGiven() {
        assertThat(answer("{\"method\":\"SUBSCRIBE\",\"params\":[\"a\",\"b\\\"c\"],\"id\":1}"))
                .isEqualTo("{\"result\":null,\"id\":1}");
        assertThat(answer("{\"id\":\"x\\\"y\",\"more\":{\"id\":[]},\"method\":\"LIST_SUBSCRIPTIONS\"}"))
                .isEqualTo("{\"result\":[\"a\",\"b\\\"c\"],\"id\":\"x\\\"y\"}");
        assertThat(answer("{\"params\":[\"a\"],\"method\":\"UNSUBSCRIBE\"}"))
                .isEqualTo("{\"result\":null,\"id\":null}");
        assertThat(held.names).containsExactly("b\"c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "1", "{} {}", "{\"method\"", "{\"params\":[\"a\"", "{\"params\":[{}"})
    void shouldRefuseWhatIsNoJsonObject(String text) {
        assertThat(answer(text))
                .startsWith("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON")
                .endsWith(",\"id\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7}",
                "{\"method\":{\"a\":1},\"id\":7}",
                "{\"method\":\"DANCE\",\"id\":7}",
                "{\"method\":\"SUBSCRIBE\",\"id\":7}",
                "{\"method\":\"SUBSCRIBE\",\"params\":\"a\",\"id\":7}",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"a\",[\"b\"],{\"c\":1}],\"id\":7}",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"a\",\"b\",\"c\"],\"id\":7}"
            })
    void shouldRefuseWhatIsNoRequest(String text) {
        assertThat(answer(text)).startsWith("{\"error\":{\"code\":2,").endsWith(",\"id\":7}");
        assertThat(held.names).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "true"})
    void shouldRefuseIdsThatAreNone(String id) {
        assertThat(answer("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + id + "}"))
                .startsWith("{\"error\":{\"code\":2,\"msg\":\"Invalid request: request ID")
                .endsWith(",\"id\":null}");
    }

    private String answer(String text) {
        return SubscriptionJson.answer(text, held);
    }
}
