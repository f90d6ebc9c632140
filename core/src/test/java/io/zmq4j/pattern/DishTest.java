package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DishTest {
    private final DropCounters drops = new DropCounters();
    private final Dish dish = new Dish(drops);

    @Test
    @DisplayName("RFC 48: DISH MAY send join and leave commands to radios")
    void joinsAndLeavesGoUpstream() {
        var a = attach(FakePipe.roomy());
        a.received();
        join("x");
        leave("x");
        join("x");
        assertThat(a.received()).containsExactly(Message.of("\1x"), Message.of("\0x"), Message.of("\1x"));
    }

    @Test
    void everyNewConnectionGetsARestartAndAllGroups() {
        join("x");
        join("y");
        leave("x");
        var a = attach(FakePipe.roomy());
        assertThat(a.received()).containsExactly(Pipe.RESTART, Message.of("\1y"));
        dish.connected(a);
        assertThat(a.received()).containsExactly(Pipe.RESTART, Message.of("\1y"));
    }

    @Test
    void toJoinTwiceIsAnErrorAndSoIsToLeaveWhatWasNotJoined() {
        var a = attach(FakePipe.roomy());
        join("x");
        a.received();
        assertThatThrownBy(() -> join("x"))
                .isInstanceOf(SocketStateException.class)
                .hasMessage("DISH has joined the group \"x\" already");
        assertThatThrownBy(() -> leave("y"))
                .isInstanceOf(SocketStateException.class)
                .hasMessage("DISH has not joined the group \"y\"");
        assertThat(a.received()).isEmpty();
    }

    @Test
    @DisplayName("RFC 48: the length of a group MUST be between 0 to 255 bytes, of values 1-255")
    void aGroupHasAnEndAndNoZero() {
        join("");
        join("x".repeat(255));
        assertThatIllegalArgumentException().isThrownBy(() -> join("x".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> join("x\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> leave("x".repeat(256)));
    }

    @Test
    @DisplayName(
            "RFC 48: DISH SHALL receive incoming messages from its sockets using a fair-queuing strategy, SHALL not modify "
                    + "them, and SHALL attach the group to the message")
    void radiosAreHeardInTurn() {
        join("x");
        attach(FakePipe.roomy().deliver("x", "a1").deliver("x", "a2"));
        attach(FakePipe.roomy().deliver("x", "b1"));
        assertThat(dish.canReceive()).isTrue();
        assertThat(dish.readAhead()).isEqualTo(1);
        assertThat(dish.tryReceive()).isEqualTo(Message.of("x", "a1"));
        assertThat(dish.tryReceive()).isEqualTo(Message.of("x", "b1"));
        var more = new Message[8];
        assertThat(dish.tryReceive(more, new io.zmq4j.event.Peer[8])).isEqualTo(1);
        assertThat(more[0]).isEqualTo(Message.of("x", "a2"));
    }

    @Test
    @DisplayName("RFC 48: DISH MAY filter messages according to group membership, using an exact matching algorithm")
    void whatWasNotJoinedIsNotDelivered() {
        join("x");
        attach(FakePipe.roomy().deliver("xy", "1").deliver("", "2").deliver("x", "3"));
        assertThat(dish.tryReceive()).isEqualTo(Message.of("x", "3"));
        assertThat(drops.count(DropReason.NOT_SUBSCRIBED)).isEqualTo(2);
    }

    @Test
    void whatWasUnderWayWhenItsGroupWasLeftIsNotDelivered() {
        join("x");
        attach(FakePipe.roomy().deliver("x", "1"));
        assertThat(dish.canReceive()).isTrue();
        leave("x");
        assertThat(dish.canReceive()).isFalse();
        assertThat(drops.count(DropReason.NOT_SUBSCRIBED)).isEqualTo(1);
        assertThat(dish.stillTakes(Message.of("x", "1"))).isFalse();
    }

    @Test
    @DisplayName("RFC 48: multipart messages are not allowed; RFC 37: a message is a group and a body")
    void aMessageOfAnotherShapeIsDiscardedAndCounted() {
        join("x");
        attach(FakePipe.roomy().deliver("x").deliver("x", "y", "z").deliver("x", "1"));
        assertThat(dish.tryReceive()).isEqualTo(Message.of("x", "1"));
        assertThat(drops.count(DropReason.WRONG_SHAPE)).isEqualTo(2);
    }

    @Test
    void itDoesNotSendAndNobodyWaitsForItsGroups() {
        assertThat(dish.canSend()).isFalse();
        assertThat(dish.wantsLinger()).isFalse();
        assertThatThrownBy(() -> dish.trySend(Message.of("x", "1")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("DISH");
    }

    /** Of the next connection it hears everything anew. */
    @Test
    void aRadioThatCannotBeToldForWantOfMemoryIsClosed() {
        var a = attach(FakePipe.roomy());
        a.outOfMemory();
        join("x");
        assertThat(a.closes()).containsExactly(CloseReason.INTERNAL_ERROR);
    }

    private void join(String group) {
        dish.subscribe(group.getBytes());
    }

    private void leave(String group) {
        dish.unsubscribe(group.getBytes());
    }

    private FakePipe attach(FakePipe pipe) {
        assertThat(dish.attach(pipe)).isTrue();
        dish.connected(pipe);
        dish.readable(pipe);
        return pipe;
    }
}
