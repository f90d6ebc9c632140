package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnacknowledgedTest {
    private static final long AGAIN = 1_000;

    private final List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
    private final List<CompletableFuture<Void>> expired = new ArrayList<>();
    private final Unacknowledged updates = new Unacknowledged(AGAIN, acknowledged::add, expired::add);
    private long now = Long.MAX_VALUE - 500;

    private record Sent(KeyValue update, CompletableFuture<Void> future) {}

    private Sent send(String key) {
        var sent = new Sent(KeyValue.update(key, Message.of("x").first(), KeyValue.NONE), new CompletableFuture<>());
        updates.add(sent.update, now, now + 10 * AGAIN, sent.future);
        return sent;
    }

    private void acknowledge(Sent sent) {
        updates.acknowledge(sent.update.id().orElseThrow());
    }

    @Test
    void whatIsNotPublishedIsSentAgainFromTimeToTime() {
        var sent = send("a");
        assertThat(updates.again(now + AGAIN - 1)).isEmpty();
        assertThat(updates.again(now + AGAIN)).containsExactly(sent.update);
        assertThat(updates.again(now + 2 * AGAIN - 1)).isEmpty();
        acknowledge(sent);

        assertThat(updates.again(now + 9 * AGAIN)).isEmpty();
        assertThat(acknowledged).containsExactly(sent.future);
        assertThat(updates.sentAgain()).isEqualTo(1);
    }

    @Test
    void onlyTheLastOfAKeyIsSentAgainAsAnEarlierOneWouldComeAfterIt() {
        send("a");
        var last = send("a");
        var other = send("b");

        assertThat(updates.again(now + AGAIN)).containsExactlyInAnyOrder(last.update, other.update);
    }

    @Test
    void theLastOfAKeySettlesThoseBeforeIt() {
        var first = send("a");
        var last = send("a");
        acknowledge(last);
        acknowledge(first);

        assertThat(acknowledged).containsExactly(first.future, last.future);
        assertThat(updates.size()).isZero();
        assertThat(updates.nextExpiry(now)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theFirstOfAKeySettlesItselfAlone() {
        var first = send("a");
        var last = send("a");
        acknowledge(first);

        assertThat(acknowledged).containsExactly(first.future);
        assertThat(updates.again(now + AGAIN)).containsExactly(last.update);
    }

    @Test
    void whatHasWaitedForLongEnoughIsGivenUp() {
        var sent = send("a");
        now += 1;
        send("b");
        updates.expire(now + 10 * AGAIN - 1);

        assertThat(expired).containsExactly(sent.future);
        assertThat(updates.again(now + 10 * AGAIN)).hasSize(1);
    }

    @Test
    void anotherServerIsSentAllOfItAtOnce() {
        var sent = send("a");
        updates.hurry(now + 1);

        assertThat(updates.again(now + 1)).containsExactly(sent.update);
    }

    @Test
    void whatIsNobodysIsIgnored() {
        updates.acknowledge(new java.util.UUID(1, 2));

        assertThat(acknowledged).isEmpty();
    }
}
