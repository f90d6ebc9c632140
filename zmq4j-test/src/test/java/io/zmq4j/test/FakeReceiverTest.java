package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FakeReceiverTest {
    private final FakeReceiver receiver = new FakeReceiver();

    @Test
    void givesWhatItIsGivenInOrder() {
        receiver.give("a").give(Message.of("b", "c")).give("d").give("e");
        assertThat(receiver.receiveText()).isEqualTo("a");
        assertThat(receiver.tryReceive()).contains(Message.of("b", "c"));
        assertThat(receiver.receive(Duration.ofMillis(1))).contains(Message.of("d"));
        assertThat(receiver.left()).containsExactly(Message.of("e"));
        assertThat(receiver.receiveAsync()).isCompletedWithValue(Message.of("e"));
        assertThat(receiver.tryReceive()).isEmpty();
        assertThat(receiver.receive(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void saysWhoSentIt() {
        var ada = io.zmq4j.event.Peer.withoutWire("inproc://ada", "PUSH", new byte[0]);
        receiver.give("a").give(new Received(Message.of("b"), ada));
        assertThat(receiver.receiveFrom().peer().endpoint()).isEqualTo("the test");
        assertThat(receiver.tryReceiveFrom()).map(Received::peer).contains(ada);
        assertThat(receiver.receiveFrom(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void aReceiveThatWaitsGetsWhatComes() throws InterruptedException {
        var got = new CompletableFuture<String>();
        var waits = new Thread(() -> got.complete(receiver.receiveText()));
        waits.start();
        receiver.give("a");
        waits.join();
        assertThat(got).isCompletedWithValue("a");
    }

    @Test
    void aFutureThatIsGivenUpTakesNothing() {
        CompletableFuture<Message> first = receiver.receiveAsync();
        CompletableFuture<Message> second = receiver.receiveAsync();
        first.cancel(false);
        receiver.give("a");
        assertThat(second).isCompletedWithValue(Message.of("a"));
    }

    @Test
    void failsInItsTurn() {
        receiver.give("a").failWith(new IllegalStateException("broken")).give("b");
        assertThat(receiver.receiveText()).isEqualTo("a");
        assertThatThrownBy(receiver::receive).hasMessage("broken");
        assertThat(receiver.receiveText()).isEqualTo("b");
        receiver.failWith(new IllegalStateException("again"));
        assertThat(receiver.receiveAsync()).isCompletedExceptionally();
    }

    @Test
    void endsWhenAllIsTaken() {
        receiver.give("a").give("b").end();
        assertThat(receiver.stream().map(Message::text)).containsExactly("a", "b");
        assertThatThrownBy(receiver::tryReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> receiver.give("c")).isInstanceOf(SocketClosedException.class);
    }

    @Test
    void isClosedAsASocketIs() {
        CompletableFuture<Message> waits = receiver.receiveAsync();
        receiver.close();
        assertThat(waits).isCompletedExceptionally();
        assertThatThrownBy(receiver::receive).isInstanceOf(SocketClosedException.class);
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void whatWasNotTakenIsLostByClosing() {
        receiver.give("a").close();
        assertThat(receiver.left()).isEmpty();
        assertThatThrownBy(receiver::tryReceive).isInstanceOf(SocketClosedException.class);
    }

    @Test
    void handlersAreCalled() {
        List<String> handled = new CopyOnWriteArrayList<>();
        try (var consumption = receiver.onMessage(message -> handled.add(message.text()))) {
            receiver.give("a").give("b").end();
            assertThat(consumption.await(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void aReceiveWithoutALimitHasOneAllTheSame() {
        receiver.give("a");
        receiver.receive();
        assertThatThrownBy(receiver::receive)
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessage("a FakeReceiver had nothing to give within 5 s; taken before: 1; give it more, or end it");
    }

    @Test
    void anInterruptEndsAWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(receiver::receive).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
