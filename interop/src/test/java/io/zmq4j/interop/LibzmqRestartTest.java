package io.zmq4j.interop;

import io.zmq4j.message.Message;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes on with libzmq when either side comes late, goes or floods: every pattern, over every wire, whoever binds. */
class LibzmqRestartTest {
    private static final int MANY = 300;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    /** A pairing at a place in the matrix. */
    record Cell(Pairing pairing, Transport transport, boolean weBind) {
        @Override
        public String toString() {
            return pairing + " over " + transport + (weBind ? ", we bind" : ", we connect");
        }
    }

    static Stream<Cell> cells() {
        return Pairings.CLASSIC.stream()
                .flatMap(pairing -> Stream.of(Transport.TCP, Transport.IPC)
                        .flatMap(transport ->
                                Stream.of(true, false).map(weBind -> new Cell(pairing, transport, weBind))));
    }

    private LibzmqConversation conversation(Cell cell) {
        return new LibzmqConversation(rig, LIBZMQ, cell.pairing(), cell.transport(), cell.weBind());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void manySmallMessagesArriveInOrder(Cell cell) {
        var conversation = conversation(cell);
        conversation.openBinder();
        conversation.openConnector();
        conversation.meet();
        conversation.carryNumbers(MANY);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theConnectingSideMayStartFirst(Cell cell) {
        var conversation = conversation(cell);
        conversation.openConnector();
        conversation.openBinder();
        conversation.meet();
        conversation.carry(Message.of("late"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theirSideMayRestart(Cell cell) {
        var conversation = conversation(cell);
        conversation.openBinder();
        conversation.openConnector();
        conversation.meet();
        conversation.carry(Message.of("before"));
        conversation.theirs().close();
        Rig.awaitPeers(conversation.ours(), 0);
        conversation.openTheirs();
        conversation.meet();
        conversation.carry(Message.of("after"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void ourSideMayRestart(Cell cell) {
        var conversation = conversation(cell);
        conversation.openBinder();
        conversation.openConnector();
        conversation.meet();
        conversation.carry(Message.of("before"));
        conversation.closeOurs();
        conversation.openOurs();
        conversation.meet();
        conversation.carry(Message.of("after"));
    }
}
