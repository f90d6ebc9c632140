package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.curve.Curve;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Much at once under CURVE, with libzmq at the other end: large messages, floods, and subscribers of which some are in the clear. */
class CurveTrafficLibzmqTest {
    private static final int MANY = 20_000;
    private static final int LARGE = 5_000_000;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private record Meeting(Socket ours, LibzmqSocket theirs) {}

    static Stream<Arguments> rolesOverWires() {
        return Stream.of(Transport.TCP, Transport.IPC)
                .flatMap(transport -> Stream.of(true, false).map(serves -> Arguments.of(transport, serves)));
    }

    private Meeting meet(SocketType mine, SocketType others, Transport transport, boolean serves) {
        if (serves) {
            Socket ours = CurveRoles.server(rig, mine);
            LibzmqSocket theirs = CurveRoles.client(LIBZMQ, others);
            theirs.connect(ours.bind(transport.freshEndpoint()).uri());
            return new Meeting(ours, theirs);
        }
        Socket ours = CurveRoles.client(rig, mine);
        LibzmqSocket theirs = CurveRoles.server(LIBZMQ, others);
        ours.connect(theirs.bind(transport.freshEndpoint()));
        return new Meeting(ours, theirs);
    }

    @ParameterizedTest(name = "over {0}, ours serves: {1}")
    @MethodSource("rolesOverWires")
    void aLargeMessageGoesAndComesBack(Transport transport, boolean serves) {
        Meeting meeting = meet(SocketType.DEALER, SocketType.DEALER, transport, serves);
        var large = new byte[LARGE];
        new Random(5).nextBytes(large);
        Message message = Message.wrap(new byte[][] {{1}, large, {}});
        meeting.theirs.beginEcho(1);
        Rig.send((Sender) meeting.ours, message);

        assertThat(Rig.receive((Receiver) meeting.ours)).isEqualTo(message);
        meeting.theirs.finish();
    }

    @ParameterizedTest(name = "over {0}, ours serves: {1}")
    @MethodSource("rolesOverWires")
    void ourFloodArrivesInOrder(Transport transport, boolean serves) {
        Meeting meeting = meet(SocketType.PUSH, SocketType.PULL, transport, serves);
        meeting.theirs.beginCheck(MANY);
        for (int i = 0; i < MANY; i++) {
            Rig.send((Sender) meeting.ours, Message.of(Integer.toString(i)));
        }
        meeting.theirs.finish();
    }

    @ParameterizedTest(name = "over {0}, ours serves: {1}")
    @MethodSource("rolesOverWires")
    void theirFloodArrivesInOrder(Transport transport, boolean serves) {
        Meeting meeting = meet(SocketType.PULL, SocketType.PUSH, transport, serves);
        meeting.theirs.beginCount(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(Rig.receiveText((Receiver) meeting.ours)).isEqualTo(Integer.toString(i));
        }
        meeting.theirs.finish();
    }

    /** One socket with two doors. What is encoded once for those in the clear is read in place, and sealed for each of the others. */
    @EveryWire
    void subscribersInTheClearAndSealedOnesGetTheSame(Transport transport) {
        var xpub = rig.context().xpub();
        xpub.set(SocketOptions.XPUB_NODROP, true);
        xpub.set(SocketOptions.XPUB_VERBOSE, true);
        String open = xpub.bind(transport.freshEndpoint()).uri();
        xpub.set(SocketOptions.SECURITY, Curve.server(CurveRoles.SERVER));
        String sealed = xpub.bind(transport.freshEndpoint()).uri();
        List<LibzmqSocket> subscribers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            subscribers.add(subscribed(LIBZMQ.open(SocketType.SUB, "RCVHWM=0"), open));
            Rig.receive(xpub);
            subscribers.add(subscribed(CurveRoles.client(LIBZMQ, SocketType.SUB), sealed));
            Rig.receive(xpub);
        }
        for (int i = 0; i < MANY; i++) {
            Rig.send(xpub, Message.of(Integer.toString(i)));
        }
        for (LibzmqSocket subscriber : subscribers) {
            subscriber.beginCheck(MANY);
            subscriber.finish();
        }
    }

    private static LibzmqSocket subscribed(LibzmqSocket socket, String endpoint) {
        socket.subscribe("");
        socket.connect(endpoint);
        return socket;
    }
}
