package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A first look at JeroMQ as the peer, over tcp, whoever binds. */
class JeromqTest {
    private static final int MANY = 100;

    @RegisterExtension
    final Rig rig = new Rig();

    @RegisterExtension
    final JeromqPeers jeromq = new JeromqPeers();

    /** A JeroMQ socket of this type that is connected with ours. */
    private ZMQ.Socket meet(Socket ours, SocketType type, boolean weBind) {
        ours.set(LINGER, Duration.ZERO);
        String endpoint = Transport.TCP.freshEndpoint();
        if (weBind) {
            ours.bind(endpoint);
            return jeromq.connected(type, theirs -> {}, endpoint, ours);
        }
        ZMQ.Socket theirs = jeromq.open(type);
        theirs.bind(endpoint);
        ours.connect(endpoint);
        return theirs;
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void ourPushFeedsTheirPull(boolean weBind) {
        PushSocket push = rig.context().push();
        ZMQ.Socket pull = meet(push, SocketType.PULL, weBind);
        for (int i = 0; i < MANY; i++) {
            Rig.send(push, "task", String.valueOf(i));
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(pull.recvStr()).isEqualTo("task");
            assertThat(pull.recvStr()).isEqualTo(String.valueOf(i));
        }
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void theirPushFeedsOurPull(boolean weBind) {
        PullSocket pull = rig.context().pull();
        ZMQ.Socket push = meet(pull, SocketType.PUSH, weBind);
        for (int i = 0; i < MANY; i++) {
            assertThat(push.send(String.valueOf(i))).isTrue();
        }
        assertThat(Rig.receiveTexts(pull, MANY)).startsWith("0", "1").endsWith(String.valueOf(MANY - 1));
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void ourReqAsksTheirRep(boolean weBind) {
        ReqSocket req = rig.context().req();
        ZMQ.Socket rep = meet(req, SocketType.REP, weBind);
        for (int i = 0; i < MANY; i++) {
            Rig.send(req, "question " + i);
            assertThat(rep.recvStr()).isEqualTo("question " + i);
            assertThat(rep.send("answer " + i)).isTrue();
            assertThat(Rig.receiveText(req)).isEqualTo("answer " + i);
        }
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void theirReqAsksOurRep(boolean weBind) {
        RepSocket rep = rig.context().rep();
        ZMQ.Socket req = meet(rep, SocketType.REQ, weBind);
        for (int i = 0; i < MANY; i++) {
            assertThat(req.send("question " + i)).isTrue();
            assertThat(Rig.receiveText(rep)).isEqualTo("question " + i);
            Rig.send(rep, "answer " + i);
            assertThat(req.recvStr()).isEqualTo("answer " + i);
        }
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void ourPubReachesTheirSub(boolean weBind) {
        PubSocket pub = rig.context().pub();
        ZMQ.Socket sub = meet(pub, SocketType.SUB, weBind);
        sub.subscribe("wanted");
        // JeroMQ looks at a new peer in the application's calls only.
        Rig.await("a subscription", () -> sub.getEvents() >= 0 && pub.awaitPeer(Rig.MOMENT));
        Rig.send(pub, "unwanted");
        Rig.send(pub, "wanted");
        assertThat(sub.recvStr()).isEqualTo("wanted");
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void theirPubReachesOurSub(boolean weBind) {
        SubSocket sub = rig.context().sub();
        sub.subscribe("wanted");
        ZMQ.Socket xpub = meet(sub, SocketType.XPUB, weBind);
        assertThat(xpub.recv()).isEqualTo(Bytes.utf8("\u0001wanted"));
        assertThat(xpub.send("unwanted")).isTrue();
        assertThat(xpub.send("wanted")).isTrue();
        assertThat(Rig.receiveText(sub)).isEqualTo("wanted");
    }
}
