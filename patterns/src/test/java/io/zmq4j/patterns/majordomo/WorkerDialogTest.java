package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_1;
import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.WorkerDialog.State;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The rules of a worker, with messages as values and a clock that the test moves. */
class WorkerDialogTest {
    private static final long BEAT = 1_000;
    private static final Frame CLIENT = Message.of("client").first();
    private static final Message REQUEST = new Request(V0_1, CLIENT, Message.of("hello")).toMessage();

    private final ArrayDeque<Message> sent = new ArrayDeque<>();
    private final WorkerDialog dialog = new WorkerDialog(V0_1, "echo", BEAT, 3, sent::add, 0);

    @Test
    void itBeginsWithReady() {
        assertThat(sent).containsExactly(new Ready(V0_1, "echo").toMessage());
        assertThat(dialog.state()).isEqualTo(State.IDLE);
    }

    @Test
    void aRequestIsWorkedOnAndAnswered() {
        sent.clear();
        assertThat(dialog.onMessage(REQUEST, 10)).isEqualTo(Message.of("hello"));
        assertThat(dialog.state()).isEqualTo(State.WORKING);
        assertThat(dialog.onMessage(REQUEST, 11)).isNull();

        dialog.reply(ReplyPart.FINAL, Message.of("world"), 20);
        assertThat(sent).containsExactly(new Reply(V0_1, ReplyPart.FINAL, CLIENT, Message.of("world")).toMessage());
        assertThat(dialog.state()).isEqualTo(State.IDLE);
    }

    @Test
    void aReplyMayComeInParts() {
        var newer = new WorkerDialog(V0_2, "echo", BEAT, 3, sent::add, 0);
        newer.onMessage(new Request(V0_2, CLIENT, Message.of("hello")).toMessage(), 10);
        sent.clear();
        assertThat(newer.reply(ReplyPart.PARTIAL, Message.of("one"), 20)).isTrue();
        assertThat(newer.state()).isEqualTo(State.WORKING);
        assertThat(newer.reply(ReplyPart.FINAL, Message.of("two"), 30)).isTrue();
        assertThat(newer.state()).isEqualTo(State.IDLE);
        assertThat(sent)
                .containsExactly(
                        new Reply(V0_2, ReplyPart.PARTIAL, CLIENT, Message.of("one")).toMessage(),
                        new Reply(V0_2, ReplyPart.FINAL, CLIENT, Message.of("two")).toMessage());
    }

    @Test
    void aReplyForWhichThereIsNoRoomIsStillToBeSent() {
        var isFull = new AtomicBoolean();
        var full = new WorkerDialog(V0_1, "echo", BEAT, 3, message -> !isFull.get() && sent.add(message), 0);
        full.onMessage(REQUEST, 10);
        isFull.set(true);
        assertThat(full.reply(ReplyPart.FINAL, Message.of("world"), 20)).isFalse();
        assertThat(full.state()).isEqualTo(State.WORKING);
        isFull.set(false);
        assertThat(full.reply(ReplyPart.FINAL, Message.of("world"), 30)).isTrue();
        assertThat(full.state()).isEqualTo(State.IDLE);
    }

    @Test
    void heartbeatsComeWhenNothingElseIsSentAlsoWhileItWorks() {
        sent.clear();
        dialog.onTime(BEAT - 1);
        assertThat(sent).isEmpty();
        dialog.onTime(BEAT);
        assertThat(sent).containsExactly(new Heartbeat(V0_1).toMessage());
        dialog.onMessage(REQUEST, BEAT);
        dialog.onTime(2 * BEAT);
        assertThat(sent).hasSize(2);
        dialog.reply(ReplyPart.FINAL, Message.of("world"), 2 * BEAT + 500);
        dialog.onTime(3 * BEAT);
        assertThat(sent).hasSize(3);
    }

    @Test
    void aSilentBrokerIsLostWhenThereIsNoWork() {
        dialog.onMessage(new Heartbeat(V0_1).toMessage(), BEAT);
        dialog.onTime(4 * BEAT);
        assertThat(dialog.state()).isEqualTo(State.IDLE);
        dialog.onTime(4 * BEAT + 1);
        assertThat(dialog.state()).isEqualTo(State.LOST);
    }

    @Test
    void aSilentBrokerIsWaitedForWhileThereIsWork() {
        dialog.onMessage(REQUEST, 0);
        dialog.onTime(100 * BEAT);
        assertThat(dialog.state()).isEqualTo(State.WORKING);
        dialog.reply(ReplyPart.FINAL, Message.of("late"), 100 * BEAT);
        dialog.onTime(103 * BEAT);
        assertThat(dialog.state()).isEqualTo(State.IDLE);
    }

    @Test
    void whoIsSentAwaySaysNothingMore() {
        dialog.onMessage(REQUEST, 0);
        dialog.onMessage(new Disconnect(V0_1).toMessage(), 1);
        assertThat(dialog.state()).isEqualTo(State.LOST);
        sent.clear();
        dialog.reply(ReplyPart.FINAL, Message.of("late"), 2);
        dialog.onTime(5 * BEAT);
        dialog.leave(6 * BEAT);
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsNoCommandOfItsVersionIsNothing() {
        assertThat(dialog.onMessage(Message.of("nonsense"), 3 * BEAT)).isNull();
        assertThat(dialog.onMessage(new Disconnect(V0_2).toMessage(), 3 * BEAT)).isNull();
        assertThat(dialog.state()).isEqualTo(State.IDLE);
        dialog.onTime(3 * BEAT + 1);
        assertThat(dialog.state()).isEqualTo(State.LOST);
    }

    @Test
    void whoLeavesSaysSo() {
        sent.clear();
        dialog.leave(1);
        assertThat(sent).containsExactly(new Disconnect(V0_1).toMessage());
        assertThat(dialog.state()).isEqualTo(State.LOST);
    }
}
