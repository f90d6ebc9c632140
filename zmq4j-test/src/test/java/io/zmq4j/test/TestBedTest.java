package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropReason;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestBedTest {
    private final TestBed bed = new TestBed();

    @Test
    void closesWhatItGave() {
        var pull = bed.socket(PullSocket.class);
        Peer peer = bed.peer();
        Peer near = bed.inprocPeer().as(SocketType.PUSH);
        pull.connect(near.uri());
        near.send("a");
        assertThat(pull.receiveText()).isEqualTo("a");

        bed.close();
        assertThat(pull.isClosed()).isTrue();
        assertThat(bed.context().isClosed()).isTrue();
        assertThatThrownBy(peer::uri).hasMessageContaining("closed");
    }

    @Test
    void hasASocketOfEachType() {
        for (SocketType type : SocketType.values()) {
            Socket made = bed.context().socket(type);
            assertThat(bed.socket(made.getClass()).type()).isEqualTo(type);
            made.close();
        }
        assertThatThrownBy(() -> bed.socket(Socket.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type is io.zmq4j.Socket");
        bed.close();
    }

    @Test
    void aReceiveOfItsSocketsHasALimit() {
        var pull = bed.socket(PullSocket.class);
        assertThatThrownBy(pull::receive).isInstanceOf(WaitTimeoutException.class);
        bed.close();
    }

    @Test
    void aSocketThatIsLeftOpenIsAComplaint() {
        var left = bed.context().push();
        String shown = left.toString();
        assertThatThrownBy(bed::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("left open: [" + shown + "]; close them, or say that they may stay open");
        assertThat(left.isClosed()).isTrue();
    }

    @Test
    void aSocketMayStayOpenIfTheTestSaysSo() {
        bed.mayLeaveSocketsOpen().context().push();
        assertThatCode(bed::close).doesNotThrowAnyException();
    }

    @Test
    void aMessageThatNobodyReadIsAComplaint() {
        leaveAMessageUnread();
        assertThatThrownBy(bed::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("messages lost: 1 for UNREAD_AT_CLOSE");
    }

    @Test
    void aMessageMayBeLostIfTheTestSaysSo() {
        leaveAMessageUnread();
        bed.mayDrop(DropReason.UNREAD_AT_CLOSE);
        assertThatCode(bed::close).doesNotThrowAnyException();
    }

    @Test
    void aMessageThatASocketLostWhichIsClosedMeanwhileIsAComplaint() {
        try (var router = bed.context().router()) {
            router.send("nobody", "lost");
        }
        assertThatThrownBy(bed::close).hasMessageContaining("messages lost: 1 for UNROUTABLE");
    }

    @Test
    void allComplaintsAreMade() {
        bed.context().router().send("nobody", "lost");
        assertThatThrownBy(bed::close).hasMessageContaining("left open").hasMessageContaining("messages lost");
    }

    private void leaveAMessageUnread() {
        var pull = bed.socket(PullSocket.class);
        var push = bed.socket(PushSocket.class);
        push.connect(pull.bind("inproc://unread"));
        List.of("read", "unread").forEach(push::send);
        assertThat(pull.receiveText()).isEqualTo("read");
    }
}
