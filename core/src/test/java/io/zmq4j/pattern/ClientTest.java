package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientTest {
    private final DropCounters drops = new DropCounters();
    private final OptionValues options = new OptionValues(SocketType.CLIENT);
    private final Client client = new Client(options, drops);

    @Test
    @DisplayName("RFC 41: CLIENT SHALL route outgoing messages to available peers using a round-robin strategy")
    void serversAreSentToInTurn() {
        var a = attach(FakePipe.roomy());
        var b = attach(FakePipe.roomy());
        for (String text : new String[] {"1", "2", "3", "4"}) {
            assertThat(client.trySend(Message.of(text))).isTrue();
        }
        assertThat(a.received()).containsExactly(Message.of("1"), Message.of("3"));
        assertThat(b.received()).containsExactly(Message.of("2"), Message.of("4"));
    }

    @Test
    @DisplayName(
            "RFC 41: CLIENT SHALL consider a peer as available only when its outgoing queue is not full; SHALL block "
                    + "when it has no available peers, and SHALL NOT discard messages that it cannot queue")
    void whoIsFullLosesItsTurnAndWithNobodyTheCallerWaits() {
        assertThat(client.trySend(Message.of("nobody"))).isFalse();
        var a = attach(new FakePipe(1));
        attach(FakePipe.full());
        assertThat(client.trySend(Message.of("1"))).isTrue();
        assertThat(client.canSend()).isFalse();
        assertThat(client.trySend(Message.of("2"))).isFalse();
        assertThat(a.received()).containsExactly(Message.of("1"));
        client.writable(a);
        assertThat(client.canSend()).isTrue();
        assertThat(client.trySend(Message.of("2"))).isTrue();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName(
            "RFC 41: CLIENT SHALL receive incoming messages from its peers using a fair-queuing strategy, and SHALL "
                    + "deliver these to its calling application")
    void serversAreHeardInTurn() {
        attach(FakePipe.roomy().deliver("a1").deliver("a2"));
        attach(FakePipe.roomy().deliver("b1"));
        assertThat(client.canReceive()).isTrue();
        assertThat(client.readAhead()).isEqualTo(1);
        assertThat(client.tryReceive()).isEqualTo(Message.of("a1"));
        assertThat(client.tryReceive()).isEqualTo(Message.of("b1"));
        assertThat(client.tryReceive()).isEqualTo(Message.of("a2"));
        assertThat(client.tryReceive()).isNull();
    }

    @Test
    @DisplayName("RFC 41: CLIENT MUST discard any part of a multipart message")
    void aMessageOfSeveralFramesIsDiscardedWholeAndCounted() {
        attach(FakePipe.roomy().deliver("two", "frames").deliver("one"));
        assertThat(client.tryReceive()).isEqualTo(Message.of("one"));
        assertThat(client.canReceive()).isFalse();
        assertThat(drops.count(DropReason.WRONG_SHAPE)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 41: CLIENT SHALL destroy the double queue of a peer that disconnects")
    void whoLeftIsNotSentTo() {
        var a = attach(FakePipe.roomy().deliver("last"));
        a.ended();
        client.readable(a);
        assertThat(client.trySend(Message.of("x"))).isFalse();
        assertThat(client.tryReceive()).as("what it sent before").isEqualTo(Message.of("last"));
        client.detach(a);
        assertThat(client.canReceive()).isFalse();
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(client.attach(pipe)).isTrue();
        client.connected(pipe);
        client.readable(pipe);
        return pipe;
    }

    @Test
    void theHelloIsTheFirstMessageOnEveryConnectionAndTheHiccupTellsOfItsBreak() {
        options.set(SocketOptions.HELLO_MSG, "hello".getBytes());
        options.set(SocketOptions.HICCUP_MSG, "hiccup".getBytes());
        var server = FakePipe.roomy();
        client.attach(server);
        client.connected(server);
        assertThat(server.received()).containsExactly(Message.of("hello"));
        client.disconnected(server);
        assertThat(client.tryReceive()).isEqualTo(Message.of("hiccup"));
        assertThat(client.tryReceive()).isNull();
    }
}
