package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long what was sent outlives the socket. */
class LingerTest {
    private static final Duration SLACK = Duration.ofMillis(500);

    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket pushToNobody(Context context, Duration linger) {
        PushSocket push = context.push();
        push.set(LINGER, linger);
        push.connect(Transport.TCP.freshEndpoint());
        push.send("to nobody");
        return push;
    }

    private static Duration timeToClose(Context context, Duration timeout) {
        long start = System.nanoTime();
        context.close(timeout);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    @DisplayName("L5: with linger 0 the context closes at once")
    void noLingerClosesAtOnce() {
        Context context = rig.newContext();
        PushSocket push = pushToNobody(context, Duration.ZERO);
        assertThat(timeToClose(context, Rig.PATIENCE)).isLessThan(SLACK);
        assertThat(push.drops()).containsEntry(DropReason.LINGER_EXPIRED, 1L);
    }

    @Test
    @DisplayName("L5: with linger n and an absent peer the context closes after n")
    void aFiniteLingerIsKept() {
        Context context = rig.newContext();
        Duration linger = Duration.ofMillis(200);
        PushSocket push = pushToNobody(context, linger);
        assertThat(timeToClose(context, Rig.PATIENCE)).isBetween(linger, linger.plus(SLACK));
        assertThat(push.drops()).containsEntry(DropReason.LINGER_EXPIRED, 1L);
    }

    @Test
    @DisplayName("L5: with linger for ever and an absent peer the context closes after its own timeout")
    void theContextsTimeoutBoundsALingerForEver() {
        Context context = rig.newContext();
        Duration timeout = Duration.ofMillis(200);
        PushSocket push = pushToNobody(context, FOREVER);
        assertThat(timeToClose(context, timeout)).isBetween(timeout, timeout.plus(SLACK));
        assertThat(push.drops()).containsEntry(DropReason.LINGER_EXPIRED, 1L);
    }

    @EveryTransport
    void aClosedSocketsMessagesWaitForALatePeer(Transport transport) {
        Context context = rig.newContext();
        PushSocket push = context.push();
        String endpoint = transport.freshEndpoint();
        push.connect(endpoint);
        push.send("from beyond");
        push.close();
        PullSocket pull = (transport == Transport.INPROC ? context : rig.newContext()).pull();
        pull.bind(endpoint);
        assertThat(Rig.receiveText(pull)).isEqualTo("from beyond");
        assertThat(timeToClose(context, Rig.PATIENCE)).isLessThan(Rig.PATIENCE);
        assertThat(push.drops()).isEmpty();
    }

    @EveryTransport
    void aDisconnectedEndpointsMessagesWaitForALatePeerNoLongerThanTheLinger(Transport transport) {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ofMillis(50));
        String endpoint = transport.freshEndpoint();
        push.connect(endpoint);
        push.send("too early");
        push.disconnect(endpoint);
        Rig.await("it is given up", () -> push.drops().getOrDefault(DropReason.PEER_GONE, 0L) == 1);
    }

    /** Nobody can bind a name of a context that is closed. */
    @Test
    void withinAContextNobodyIsWaitedForWhenItCloses() {
        Context context = rig.newContext();
        PushSocket push = context.push();
        push.set(LINGER, FOREVER);
        push.connect(Transport.INPROC.freshEndpoint());
        push.send("to nobody");
        push.close();
        assertThat(timeToClose(context, Rig.PATIENCE)).isLessThan(SLACK);
        assertThat(push.drops()).containsEntry(DropReason.LINGER_EXPIRED, 1L);
    }

    @EveryWire
    void everythingSentIsHandedOverBeforeTheContextIsClosed(Transport transport) {
        int count = 200;
        PullSocket pull = rig.context().pull();
        pull.set(RCVHWM, 2);
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        Context sender = rig.newContext();
        PushSocket push = sender.push();
        push.set(SNDHWM, 0);
        push.connect(endpoint);
        for (int i = 0; i < count; i++) {
            push.send(Message.wrap(new byte[100_000]));
        }
        var closed = rig.start(() -> sender.close(Rig.PATIENCE));
        for (int i = 0; i < count; i++) {
            assertThat(Rig.receive(pull).size()).isEqualTo(100_000);
        }
        Rig.result(closed);
        assertThat(push.drops()).isEmpty();
    }

    @Test
    void closingASocketDoesNotWait() {
        Context context = rig.newContext();
        PushSocket push = pushToNobody(context, FOREVER);
        long start = System.nanoTime();
        push.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SLACK);
        context.close(Duration.ZERO);
    }

    @EveryTransport
    void unreadMessagesAreCounted(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.send(push, "read");
        Rig.send(push, "unread");
        Rig.send(push, "unread");
        assertThat(Rig.receiveText(pull)).isEqualTo("read");
        try (var poller = rig.context().poller()) {
            poller.onReadable(pull);
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
        }
        pull.close();
        assertThat(pull.drops()).containsKey(DropReason.UNREAD_AT_CLOSE);
    }
}
