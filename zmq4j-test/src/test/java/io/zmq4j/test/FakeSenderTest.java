package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FakeSenderTest {
    private final FakeSender sender = new FakeSender();

    @Test
    void keepsWhatIsSentInOrder() {
        sender.send("a");
        assertThat(sender.trySend(Message.of("b"))).isTrue();
        assertThat(sender.sendAsync(Message.of("c"))).isCompleted();

        assertThat(sender.sent()).containsExactly(Message.of("a"), Message.of("b"), Message.of("c"));
        assertThat(sender.expect("a")).isEqualTo(Message.of("a"));
        sender.expect("b");
    }

    @Test
    void saysWhatWasSentInsteadOfWhatWasExpected() {
        sender.send("a");
        sender.send("b");
        sender.expect("a");
        assertThatThrownBy(() -> sender.expect("c"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected %s at a FakeSender, and %s came; all that came: [%s, %s]"
                        .formatted(Message.of("c"), Message.of("b"), Message.of("a"), Message.of("b")));
    }

    @Test
    void isFullUntilItHasRoom() {
        sender.room(1);
        assertThat(sender.trySend(Message.of("a"))).isTrue();
        assertThat(sender.trySend(Message.of("b"))).isFalse();
        assertThat(sender.send(Message.of("b"), Duration.ofMillis(1))).isFalse();
        CompletableFuture<Void> given = sender.sendAsync(Message.of("given up"));
        CompletableFuture<Void> later = sender.sendAsync(Message.of("c"));
        given.cancel(false);
        assertThat(later).isNotDone();

        sender.room(1);
        assertThat(later).isCompleted();
        assertThat(sender.sent()).containsExactly(Message.of("a"), Message.of("c"));
    }

    @Test
    void aSendThatWaitsGoesOnWhenThereIsRoom() throws InterruptedException {
        sender.room(0);
        var waits = new Thread(() -> sender.send("a"));
        waits.start();
        sender.room(1);
        sender.expect("a");
        waits.join();
    }

    @Test
    void aSendWithoutALimitHasOneAllTheSame() {
        sender.room(0);
        assertThatThrownBy(() -> sender.send("a"))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("had no room for")
                .hasMessageContaining("nothing came at all");
    }

    @Test
    void failsAsOftenAsItIsTold() {
        sender.failWith(new IllegalStateException("first"));
        sender.failWith(new IllegalStateException("second"));
        assertThatThrownBy(() -> sender.send("a")).hasMessage("first");
        assertThat(sender.sendAsync(Message.of("a"))).isCompletedExceptionally();
        sender.send("a");
        assertThat(sender.sent()).hasSize(1);
    }

    @Test
    void isClosedAsASocketIs() {
        sender.room(0);
        CompletableFuture<Void> waits = sender.sendAsync(Message.of("a"));
        sender.close();
        assertThat(waits).isCompletedExceptionally();
        assertThatThrownBy(() -> sender.send("a")).isInstanceOf(SocketClosedException.class);
        assertThat(sender.sendAsync(Message.of("a"))).isCompletedExceptionally();
    }

    @Test
    void anInterruptEndsAWait() {
        sender.room(0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sender.send("a")).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsNotAllowedIsNamed() {
        assertThatThrownBy(() -> sender.room(-1)).hasMessage("messages is -1: 0 or more is allowed");
    }
}
