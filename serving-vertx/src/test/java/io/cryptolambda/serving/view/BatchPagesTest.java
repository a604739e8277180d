package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchPagesTest {
    private final BatchPages pages = new BatchPages(10);

    @Test
    void shouldAnswerForTheRunThatAnsweredAndNoOther() {
        pages.put("run-1", newest(3), documents(3));

        assertThat(pages.find("run-1", newest(3))).hasValue(documents(3));
        assertThat(pages.find("run-1", newest(4))).isEmpty();
        assertThat(pages.find("run-2", newest(3))).isEmpty();
    }

    @Test
    void shouldForgetARunWithTheNext() {
        pages.put("run-1", newest(3), documents(3));
        pages.put("run-2", newest(4), documents(4));

        assertThat(pages.find("run-1", newest(3))).isEmpty();
        assertThat(pages.find("run-2", newest(3))).isEmpty();
        assertThat(pages.find("run-2", newest(4))).isPresent();
    }

    @Test
    void shouldForgetWhatWasAskedForLongestAgoBeyondItsBound() {
        pages.put("run-1", newest(3), documents(3));
        pages.put("run-1", newest(4), documents(4));
        pages.find("run-1", newest(3));
        pages.put("run-1", newest(5), documents(5));

        assertThat(pages.find("run-1", newest(3))).isPresent();
        assertThat(pages.find("run-1", newest(4))).isEmpty();
        assertThat(pages.find("run-1", newest(5))).isPresent();
        pages.put("run-1", newest(11), documents(11));
        assertThat(pages.find("run-1", newest(11))).as("larger than the bound").isEmpty();
    }

    private static ViewRequest newest(int limit) {
        return new ViewRequest(
                LayerView.MERGED, "BTCUSDT", Interval.ONE_MINUTE, new Range(null, null, limit), List.of("close"));
    }

    private static List<Document> documents(int count) {
        return LongStream.range(0, count)
                .mapToObj(minute -> new Document(minute, minute, 0, true, new JsonObject()))
                .toList();
    }
}
