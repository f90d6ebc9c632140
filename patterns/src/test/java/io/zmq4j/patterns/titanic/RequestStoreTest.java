package io.zmq4j.patterns.titanic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.titanic.RequestStore.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a request in the store, over its end and its beginning. */
class RequestStoreTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Message BODY = Message.of("hello", "");

    @TempDir
    private Path directory;

    private final TitanicOptions options = new TitanicOptions().segmentBytes(4096);

    private RequestStore open() throws IOException {
        return RequestStore.open(directory, options);
    }

    @Test
    void aRequestIsPendingThenAnsweredThenForgotten() throws Exception {
        try (RequestStore store = open()) {
            assertThat(store.state(ID)).isNull();
            store.submit(ID, "echo", BODY);
        }
        try (RequestStore store = open()) {
            assertThat(store.state(ID)).isEqualTo(State.PENDING);
            assertThat(store.request(ID)).isEqualTo(Message.of("echo", "hello", ""));
            assertThat(store.reply(ID)).isNull();
            assertThat(store.pendingIds()).containsExactly(ID);
            assertThat(store.answer(ID, Message.of("world"))).isTrue();
            assertThat(store.answer(ID, Message.of("a second one"))).isFalse();
        }
        try (RequestStore store = open()) {
            assertThat(store.state(ID)).isEqualTo(State.ANSWERED);
            assertThat(store.request(ID)).isNull();
            assertThat(store.reply(ID)).isEqualTo(Message.of("world"));
            assertThat(store.pending()).isZero();
            assertThat(store.answered()).isEqualTo(1);
            assertThat(store.close(ID)).isTrue();
            assertThat(store.close(ID)).isFalse();
        }
        try (RequestStore store = open()) {
            assertThat(store.state(ID)).isNull();
            assertThat(store.answer(ID, Message.of("late"))).isFalse();
        }
    }

    @Test
    void whatIsTooMuchIsRefused() throws Exception {
        options.maxRequests(2).maxRequestBytes(2_000).maxBytes(4_096);
        try (RequestStore store = open()) {
            assertThatThrownBy(() -> store.submit(ID, "echo", Message.of("x".repeat(2_000))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("2012 bytes")
                    .hasMessageContaining("2000 are allowed");
            store.submit(UUID.randomUUID(), "echo", Message.of("x".repeat(1_900)));
            UUID second = UUID.randomUUID();
            store.submit(second, "echo", BODY);
            assertThatThrownBy(() -> store.submit(ID, "echo", BODY)).hasMessageContaining("as many as are allowed");
            store.close(second);
            store.submit(UUID.randomUUID(), "echo", Message.of("x".repeat(1_900)));
            store.close(store.pendingIds().get(0));
            assertThatThrownBy(() -> store.submit(ID, "echo", Message.of("x".repeat(1_900))))
                    .hasMessageContaining("4096 that are allowed");
            assertThat(store.state(ID)).isNull();
        }
    }

    @Test
    void theLogDoesNotGrowWithWhatIsOver() throws Exception {
        try (RequestStore store = open()) {
            store.submit(ID, "echo", Message.of("stays"));
            for (int i = 0; i < 300; i++) {
                UUID each = UUID.randomUUID();
                store.submit(each, "echo", Message.of("x".repeat(200)));
                store.answer(each, Message.of("x".repeat(200)));
                store.close(each);
                store.compact();
            }
            assertThat(store.log().bytes()).isLessThan(5 * 4096);
            assertThat(store.log().liveBytes()).isLessThan(100);
        }
        try (RequestStore store = open()) {
            assertThat(store.request(ID)).isEqualTo(Message.of("echo", "stays"));
            assertThat(store.pending() + store.answered()).isEqualTo(1);
        }
    }

    @Test
    void repliesAreMovedOnToo() throws Exception {
        List<UUID> kept = new ArrayList<>();
        try (RequestStore store = open()) {
            for (int i = 0; i < 500; i++) {
                UUID each = UUID.randomUUID();
                store.submit(each, "echo", Message.of("x".repeat(100)));
                store.answer(each, Message.of("reply " + i));
                if (i % 50 == 0) {
                    kept.add(each);
                } else {
                    store.close(each);
                }
                store.compact();
            }
            assertThat(store.log().bytes()).isLessThan(6 * 4096);
        }
        try (RequestStore store = open()) {
            for (int i = 0; i < kept.size(); i++) {
                assertThat(store.reply(kept.get(i))).isEqualTo(Message.of("reply " + 50 * i));
            }
            assertThat(store.answered()).isEqualTo(kept.size());
        }
    }
}
