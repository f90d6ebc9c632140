package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.StreamSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STREAM with libzmq's STREAM, whoever binds: bytes between two that both take the other for a stranger. */
class StreamLibzmqTest {
    private static final byte[] NOTHING = {};
    private static final int MUCH = 300_000;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private final LibzmqSocket theirs = LIBZMQ.open(SocketType.STREAM);

    private StreamSocket meet(boolean weBind) {
        StreamSocket ours = rig.context().stream();
        if (weBind) {
            theirs.connect(ours.bind("tcp://127.0.0.1:*").uri());
        } else {
            ours.connect(theirs.bind("tcp://127.0.0.1:*"));
        }
        return ours;
    }

    private static byte[] notice(Message message) {
        assertThat(message.frameCount()).isEqualTo(2);
        assertThat(message.bytes(1)).isEmpty();
        return message.bytes(0);
    }

    /** What comes in pieces. */
    private interface Pieces {
        Message next();
    }

    private static byte[] bytes(Pieces pieces, byte[] id, int count) {
        var all = new ByteArrayOutputStream();
        while (all.size() < count) {
            Message piece = pieces.next();
            assertThat(piece.bytes(0)).isEqualTo(id);
            all.writeBytes(piece.bytes(1));
        }
        return all.toByteArray();
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void bytesGoBothWays(boolean weBind) {
        StreamSocket ours = meet(weBind);
        byte[] them = notice(Rig.receive(ours));
        byte[] us = notice(theirs.receive());
        assertThat(them).hasSameSizeAs(us).startsWith(0);
        var much = new byte[MUCH];
        new Random(1).nextBytes(much);

        ours.send(them, much);
        assertThat(bytes(theirs::receive, us, MUCH)).isEqualTo(much);
        theirs.send(Message.of(us, much));
        assertThat(bytes(() -> Rig.receive(ours), them, MUCH)).isEqualTo(much);
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void whoIsClosedHearsOfIt(boolean weBind) {
        StreamSocket ours = meet(weBind);
        byte[] them = notice(Rig.receive(ours));
        byte[] us = notice(theirs.receive());
        ours.send(them, "last words".getBytes());
        ours.closePeer(them);
        assertThat(bytes(theirs::receive, us, 10)).asString().isEqualTo("last words");
        assertThat(notice(theirs.receive())).isEqualTo(us);
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void whoCloses(boolean weBind) {
        StreamSocket ours = meet(weBind);
        byte[] them = notice(Rig.receive(ours));
        byte[] us = notice(theirs.receive());
        theirs.send(Message.of(us, "last words".getBytes()));
        theirs.send(Message.of(us, NOTHING));
        assertThat(bytes(() -> Rig.receive(ours), them, 10)).asString().isEqualTo("last words");
        // libzmq closes in a later call of its application.
        Optional<Message> end = Optional.empty();
        for (long begin = System.nanoTime(); end.isEmpty(); end = ours.receive(Rig.MOMENT)) {
            assertThat(System.nanoTime() - begin).isLessThan(Rig.PATIENCE.toNanos());
            theirs.attend();
        }
        assertThat(notice(end.get())).isEqualTo(them);
    }
}
