package io.cryptolambda.serving.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cryptolambda.core.DeadLetterHeaders;
import io.cryptolambda.core.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterBoardTest {
    private final DeadLetterBoard board = new DeadLetterBoard();

    @Test
    void shouldCountByReasonMostFrequentFirst() {
        board.put(letter(0, "rare"));
        board.put(letter(1, "frequent"));
        board.put(letter(2, "frequent"));

        assertThat(board.summary().total()).isEqualTo(3);
        assertThat(board.summary().reasons())
                .extracting(each -> each.reason().error(), each -> each.count().letters())
                .containsExactly(tuple("frequent", 2L), tuple("rare", 1L));
    }

    @Test
    void shouldCountOnceWhatIsHandedOverAgain() {
        board.put(letter(5, "once"));
        board.put(letter(5, "once"));

        assertThat(board.summary().total()).isEqualTo(1);
    }

    @Test
    void shouldStayBoundedHoweverManyThereAre() {
        for (int i = 0; i < 5_000; i++) {
            board.put(letter(i, "reason " + i));
        }

        assertThat(board.summary().total()).isEqualTo(5_000);
        assertThat(board.summary().reasons()).hasSize(200);
        assertThat(board.summary().last()).hasSize(50);
    }

    @Test
    void shouldCutShortWhatAnybodyWrote() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.DEAD_LETTERS, 0, 0, "k".repeat(10_000).getBytes(StandardCharsets.UTF_8), null);
        board.put(record);

        DeadLetter letter = board.summary().last().get(0);
        assertThat(letter.key()).hasSize(200);
        assertThat(letter.error()).isEqualTo("unknown");
        assertThat(letter.bytes()).isZero();
    }

    private static ConsumerRecord<byte[], byte[]> letter(long offset, String error) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(Topics.DEAD_LETTERS, 0, offset, new byte[0], new byte[] {1});
        record.headers().add(DeadLetterHeaders.ERROR, error.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
