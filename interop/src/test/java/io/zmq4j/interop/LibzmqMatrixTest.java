package io.zmq4j.interop;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pattern must do with libzmq as its peer, over every transport, whoever binds. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LibzmqMatrixTest {
    private static final int MANY = 300;

    private static final List<Message> SHAPES = List.of(
            Message.of("text"),
            Message.of(""),
            Message.of("several", "frames"),
            Message.of("", "", ""),
            Message.of("an", "", "empty frame"),
            ofSizes(255),
            ofSizes(256),
            ofSizes(1 << 20),
            ofSizes(0, 255, 256, 1 << 16, 1),
            ofSizes(new int[100]));

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private final List<Pairing> pairings;

    LibzmqMatrixTest(Pairing... pairings) {
        this.pairings = List.of(pairings);
    }

    /** A pairing at a place in the matrix. */
    record Cell(Pairing pairing, Transport transport, boolean weBind) {
        @Override
        public String toString() {
            return pairing + " over " + transport + (weBind ? ", we bind" : ", we connect");
        }
    }

    Stream<Cell> cells() {
        return pairings.stream()
                .flatMap(pairing -> Stream.of(Transport.TCP, Transport.IPC)
                        .flatMap(transport ->
                                Stream.of(true, false).map(weBind -> new Cell(pairing, transport, weBind))));
    }

    private Conversation conversation(Cell cell) {
        return new Conversation(rig, LIBZMQ, cell.pairing(), cell.transport(), cell.weBind());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyShapeOfMessageArrivesUnchanged(Cell cell) {
        var conversation = conversation(cell);
        conversation.openBinder();
        conversation.openConnector();
        conversation.meet();
        SHAPES.forEach(conversation::carry);
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

    private static Message ofSizes(int... sizes) {
        return Message.of(Arrays.stream(sizes).mapToObj(LibzmqMatrixTest::bytes).toList());
    }

    /** Bytes that differ from their neighbours, so that a shift shows. */
    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + size);
        }
        return bytes;
    }
}
