package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final OptionValues options = new OptionValues(SocketType.STREAM);
    private final DropCounters drops = new DropCounters();
    private final Stream stream = new Stream(options, drops);

    private FakePipe attach(FakePipe pipe) {
        assertThat(stream.attach(pipe)).isTrue();
        stream.connected(pipe);
        return pipe;
    }

    private FakePipe named(String id) {
        return attach(FakePipe.roomy().assigned(id));
    }

    @Test
    void theIdIsInFront() {
        named("A").deliver("GET /");
        assertThat(stream.tryReceive()).isEqualTo(Message.of("A", "GET /"));
        assertThat(stream.tryReceive()).isNull();
    }

    @Test
    void connectionsTakeTurns() {
        named("A").deliver("1").deliver("2");
        named("B").deliver("1");
        assertThat(stream.tryReceive()).isEqualTo(Message.of("A", "1"));
        assertThat(stream.tryReceive()).isEqualTo(Message.of("B", "1"));
        assertThat(stream.tryReceive()).isEqualTo(Message.of("A", "2"));
    }

    @Test
    void oneWithoutAnIdGetsAZeroAndANumber() {
        FakePipe pipe = attach(FakePipe.roomy().deliver(Pipe.NOTICE));
        Message notice = Objects.requireNonNull(stream.tryReceive());
        assertThat(notice.bytes(0)).hasSize(5).startsWith(0).isEqualTo(stream.routingId(pipe));
        assertThat(notice.bytes(1)).isEmpty();
    }

    @Test
    void whoSentItHasItsId() {
        named("A").deliver("x");
        var senders = new Peer[1];
        stream.tryReceive(senders, 0);
        assertThat(senders[0].routingId()).asString().isEqualTo("A");
        assertThat(Objects.requireNonNull(stream.peer("A".getBytes())).routingId())
                .asString()
                .isEqualTo("A");
        assertThat(stream.peer("B".getBytes())).isNull();
    }

    @Test
    void theIdDecidesAndIsRemoved() {
        FakePipe a = named("A");
        FakePipe b = named("B");
        assertThat(stream.trySend(Message.of("B", "x"))).isTrue();
        assertThat(b.received()).containsExactly(Message.of("x"));
        assertThat(a.received()).isEmpty();
    }

    @Test
    void anUnknownIdIsAnError() {
        assertThatThrownBy(() -> stream.trySend(Message.of("A", "x")))
                .isInstanceOf(UnroutableException.class)
                .hasMessageContaining("0x41");
        FakePipe left = named("A");
        left.ended();
        assertThatThrownBy(() -> stream.trySend(Message.of("A", "x"))).isInstanceOf(UnroutableException.class);
        assertThat(stream.hasPeer("A".getBytes())).isFalse();
    }

    @Test
    void aFullConnectionIsWaitedFor() {
        attach(new FakePipe(1).assigned("A"));
        assertThat(stream.canSend()).isTrue();
        assertThat(stream.trySend(Message.of("A", "1"))).isTrue();
        assertThat(stream.canSend()).isFalse();
        assertThat(stream.trySend(Message.of("A", "2"))).isFalse();
    }

    @Test
    void nothingClosesAfterWhatWasSent() {
        FakePipe a = named("A");
        stream.trySend(Message.of("A", "x"));
        options.set(SocketOptions.LINGER, Duration.ofSeconds(3));
        assertThat(stream.trySend(Message.of("A", ""))).isTrue();
        assertThat(a.received()).containsExactly(Message.of("x"));
        assertThat(a.closes()).containsExactly(CloseReason.CLOSED_LOCALLY);
        assertThat(a.linger()).isEqualTo(3_000_000_000L);
        assertThat(stream.hasPeer("A".getBytes())).isFalse();
        assertThat(stream.canSend()).isFalse();
    }

    @Test
    void nothingIsHeardOfOneThatWasClosed() {
        FakePipe a = named("A").deliver("unread").deliver(Pipe.NOTICE);
        stream.trySend(Message.of("A", ""));
        assertThat(a.unread()).isZero();
        assertThat(a.linger()).isNegative();
        a.deliver("late").ended();
        stream.readable(a);
        assertThat(stream.tryReceive()).isNull();
        assertThat(drops.count(DropReason.PEER_GONE)).isEqualTo(2);
        stream.detach(a);
    }

    @Test
    void aCloseThatFailsForWantOfMemoryCanBeTriedAgain() {
        FakePipe a = named("A").outOfMemory();
        assertThatThrownBy(() -> stream.trySend(Message.of("A", ""))).isInstanceOf(OutOfMemoryError.class);
        assertThat(stream.hasPeer("A".getBytes())).isTrue();
        assertThat(stream.trySend(Message.of("A", ""))).isTrue();
        assertThat(a.closes()).contains(CloseReason.CLOSED_LOCALLY);
        assertThat(stream.hasPeer("A".getBytes())).isFalse();
    }

    @Test
    void anIdIsFreeWhenItsConnectionHasLeft() {
        FakePipe first = named("A").deliver("1");
        assertThat(stream.attach(FakePipe.roomy().assigned("A"))).isFalse();
        first.ended();
        stream.readable(first);
        FakePipe second = named("A").deliver("2");
        assertThat(stream.tryReceive()).as("what it had sent comes first").isEqualTo(Message.of("A", "1"));
        assertThat(stream.tryReceive()).isEqualTo(Message.of("A", "2"));
        stream.detach(first);
        stream.trySend(Message.of("A", "x"));
        assertThat(second.received()).containsExactly(Message.of("x"));
    }

    @Test
    void roomIsThatOfTheConnectionThatIsAsked() {
        named("A");
        attach(FakePipe.full().assigned("B"));
        assertThat(stream.canSend("A".getBytes())).isTrue();
        assertThat(stream.canSend("B".getBytes())).isFalse();
        assertThat(stream.canSend("C".getBytes())).isFalse();
    }
}
