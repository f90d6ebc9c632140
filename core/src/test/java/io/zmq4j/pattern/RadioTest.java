package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadioTest {
    private final OptionValues options = new OptionValues(SocketType.RADIO);
    private final DropCounters drops = new DropCounters();
    private final Radio radio = new Radio(options, drops);

    @Test
    @DisplayName("RFC 48: RADIO SHALL perform a group membership check using exact matching algorithm")
    void aGroupIsMatchedWhole() {
        var a = attach(FakePipe.roomy().deliver("\1sport"));
        var b = attach(FakePipe.roomy().deliver("\1sports"));
        var c = attach(FakePipe.roomy().deliver("\1"));
        send("sport", "1");
        send("sports", "2");
        send("Sport", "3");
        send("", "4");
        assertThat(a.received()).containsExactly(Message.of("sport", "1"));
        assertThat(b.received()).containsExactly(Message.of("sports", "2"));
        assertThat(c.received()).as("the empty group is one like others").containsExactly(Message.of("", "4"));
    }

    @Test
    @DisplayName(
            "RFC 48: RADIO SHALL receive join and leave commands from dishes, and SHALL NOT deliver these commands")
    void joinsAndLeavesAreObeyedAtOnceAndNotDelivered() {
        var a = attach(FakePipe.roomy());
        assertThat(radio.hasAudience()).isFalse();
        deliver(a, "\1x");
        assertThat(radio.hasAudience()).isTrue();
        send("x", "1");
        deliver(a, "\0x");
        send("x", "2");
        assertThat(radio.hasAudience()).isFalse();
        assertThat(a.received()).containsExactly(Message.of("x", "1"));
        assertThat(radio.canReceive()).isFalse();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    void toJoinTwiceIsToJoinOnce() {
        var a = attach(FakePipe.roomy().deliver("\1x").deliver("\1x"));
        send("x", "1");
        deliver(a, "\0x");
        deliver(a, "\0never");
        send("x", "2");
        assertThat(a.received()).containsExactly(Message.of("x", "1"));
    }

    @Test
    @DisplayName("RFC 48: RADIO SHALL silently discard any messages that dishes send it")
    void messagesAreDiscardedAndCounted() {
        attach(FakePipe.roomy().deliver("x", "body").deliver("body"));
        assertThat(drops.count(DropReason.NOT_RECEIVING)).isEqualTo(2);
        assertThat(radio.hasAudience()).isFalse();
        assertThatThrownBy(radio::tryReceive)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("RADIO");
    }

    @Test
    @DisplayName("RFC 48: RADIO SHALL silently drop the message if the queue for a dish is full, and SHALL NOT block")
    void aFullQueueMissesTheMessageAndItIsCounted() {
        var a = attach(new FakePipe(1).deliver("\1x"));
        var b = attach(FakePipe.roomy().deliver("\1x"));
        send("x", "1");
        send("x", "2");
        assertThat(radio.canSend()).isTrue();
        assertThat(a.received()).containsExactly(Message.of("x", "1"));
        assertThat(b.received()).containsExactly(Message.of("x", "1"), Message.of("x", "2"));
        assertThat(drops.count(DropReason.QUEUE_FULL)).isEqualTo(1);
    }

    @Test
    void withNoDropAFullQueueIsWaitedForAndNobodyGetsTheMessage() {
        options.set(SocketOptions.XPUB_NODROP, true);
        var a = attach(new FakePipe(1).deliver("\1x"));
        var b = attach(FakePipe.roomy().deliver("\1x"));
        send("x", "1");
        assertThat(radio.canSend()).isFalse();
        assertThat(radio.trySend(Message.of("x", "2"))).isFalse();
        assertThat(radio.trySend(Message.of("y", "nobody's"))).isTrue();
        assertThat(b.received()).containsExactly(Message.of("x", "1"));
        assertThat(a.received()).containsExactly(Message.of("x", "1"));
        radio.writable(a);
        assertThat(radio.trySend(Message.of("x", "2"))).isTrue();
        assertThat(drops.snapshot()).isEmpty();
    }

    @Test
    @DisplayName("RFC 48: RADIO SHALL destroy the queue of a dish that disconnects")
    void whoLeftIsInNoGroup() {
        var a = attach(FakePipe.roomy().deliver("\1x").deliver("\1y"));
        radio.left(a);
        assertThat(radio.hasAudience()).isFalse();
        send("x", "1");
        radio.detach(a);
        assertThat(a.received()).isEmpty();
        deliver(a, "\1x");
        assertThat(drops.count(DropReason.NOT_RECEIVING)).isEqualTo(1);
    }

    @Test
    void whoIsConnectedAnewIsInNoGroupUntilItJoins() {
        var a = attach(FakePipe.roomy().deliver("\1x").deliver(Pipe.RESTART).deliver("\1y"));
        send("x", "1");
        send("y", "2");
        assertThat(a.received()).containsExactly(Message.of("y", "2"));
    }

    @Test
    @DisplayName("RFC 48: RADIO MAY, depending on the transport, send all messages to all dishes")
    void whereNobodyCanJoinEverythingIsSent() {
        var a = attach(FakePipe.roomy().deliver(Pipe.EVERYTHING).deliver("\1x"));
        send("x", "1");
        send("y", "2");
        assertThat(a.received()).as("once each").containsExactly(Message.of("x", "1"), Message.of("y", "2"));
        radio.left(a);
        assertThat(radio.hasAudience()).isFalse();
    }

    @Test
    void aPeerInTooManyGroupsIsClosed() {
        var a = attach(FakePipe.roomy());
        for (int i = 0; i <= Radio.MAX_GROUPS; i++) {
            a.deliver("\1" + i);
        }
        radio.readable(a);
        assertThat(a.closes()).containsExactly(CloseReason.TOO_MANY_SUBSCRIPTIONS);
        assertThat(radio.hasAudience()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0"})
    @DisplayName("RFC 48: group characters are 1-255")
    void aGroupHasNoZero(String group) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> radio.trySend(Message.of(group, "x")))
                .withMessageContaining("is 0");
    }

    @Test
    @DisplayName("RFC 48: the length of a group MUST be between 0 to 255 bytes")
    void aGroupHasAnEnd() {
        assertThat(radio.trySend(Message.of("x".repeat(255), "x"))).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> radio.trySend(Message.of("x".repeat(256), "x")))
                .withMessage("a group of 256 bytes: at most 255 are allowed");
    }

    private void send(String group, String body) {
        assertThat(radio.trySend(Message.of(group, body))).isTrue();
    }

    private void deliver(FakePipe pipe, String frame) {
        pipe.deliver(frame);
        radio.readable(pipe);
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(radio.attach(pipe)).isTrue();
        radio.connected(pipe);
        return pipe;
    }
}
