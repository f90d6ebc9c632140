package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQException;

/** Which code, or exception, stands for what went wrong. */
class ErrorsTest {
    private static final byte[] FRAME = "frame".getBytes(UTF_8);

    private final Ctx ctx = new Ctx();

    @AfterEach
    void endContext() {
        ctx.terminate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tcp", "tcp:/x", "://x", "tcp://", "inproc://", "ipc://", "tcp://*", "tcp://127.0.0.1:99999"
            })
    void whatIsNoEndpointIsAnIllegalArgument(String endpoint) {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThatThrownBy(() -> pull.bind(endpoint)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pull.connect(endpoint)).isInstanceOf(IllegalArgumentException.class);
        pull.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo://x", "udp://127.0.0.1:5", "tipc://x", "pgm://x:1"})
    void aTransportThatIsNotThere(String endpoint) {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind(endpoint)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EPROTONOSUPPORT);
        assertThat(pull.connect(endpoint)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EPROTONOSUPPORT);
        assertThat(pull.failure(pull.errno())).hasMessageContaining(endpoint);
        pull.close();
    }

    @Test
    void anEndpointThatIsTaken(@TempDir Path directory) {
        SocketBase first = ctx.createSocket(ZMQ.ZMQ_PULL);
        SocketBase second = ctx.createSocket(ZMQ.ZMQ_PULL);
        for (String endpoint :
                new String[] {"tcp://127.0.0.1:*", "inproc://taken", "ipc://" + directory.resolve("s")}) {
            assertThat(first.bind(endpoint)).isTrue();
            assertThat(first.errno()).isZero();
            String bound = (String) first.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT);
            assertThat(second.bind(bound)).isFalse();
            assertThat(second.errno()).as(bound).isEqualTo(ZError.EADDRINUSE);
            ZMQException failure = second.failure(second.errno());
            assertThat(failure.getErrorCode()).isEqualTo(ZError.EADDRINUSE);
            assertThat(failure).hasMessageContaining(bound);
        }
        first.close();
        second.close();
    }

    @Test
    void anAddressThatIsOfAnotherMachine() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind("tcp://192.0.2.1:5555")).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EADDRNOTAVAIL);
        assertThat(pull.bind("tcp://no-such-host.invalid:5555")).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EADDRNOTAVAIL);
        pull.close();
    }

    @Test
    void aPathThatIsNoSocket(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind("ipc://" + file)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EADDRINUSE);
        assertThat(pull.bind("ipc://" + directory.resolve("no/such"))).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ENOENT);
        assertThatThrownBy(() -> pull.bind("ipc://" + "x".repeat(200))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pull.connect("ipc://*")).isInstanceOf(IllegalArgumentException.class);
        pull.close();
    }

    @Test
    void whatWasNotBoundCannotBeUnbound() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.termEndpoint("tcp://127.0.0.1:1")).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ENOENT);
        assertThat(pull.termEndpoint(null)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.EINVAL);
        assertThatThrownBy(() -> pull.termEndpoint("foo")).isInstanceOf(IllegalArgumentException.class);
        assertThat(pull.bind("inproc://there")).isTrue();
        assertThat(pull.termEndpoint("inproc://there")).isTrue();
        assertThat(pull.termEndpoint("inproc://there")).isFalse();
        pull.close();
    }

    @Test
    void aSocketThatDoesNotSendOrReceive() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.send(FRAME, 0)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ENOTSUP);
        assertThat(pull.failure(pull.errno())).hasMessage("PULL sockets do not send");
        assertThat(pull.send(FRAME, ZMQ.ZMQ_SNDMORE)).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ENOTSUP);
        pull.close();

        SocketBase pub = ctx.createSocket(ZMQ.ZMQ_PUB);
        assertThat(pub.recvBytes(0)).isNull();
        assertThat(pub.errno()).isEqualTo(ZError.ENOTSUP);
        assertThat(pub.recv(ZMQ.ZMQ_DONTWAIT)).isNull();
        assertThat(pub.errno()).isEqualTo(ZError.ENOTSUP);
        assertThat(pub.join("group")).isFalse();
        assertThat(pub.connectPeer("inproc://x")).isZero();
        assertThat(pub.errno()).isEqualTo(ZError.ENOTSUP);
        pub.close();
    }

    @Test
    void nothingThereInTime() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.recvBytes(ZMQ.ZMQ_DONTWAIT)).isNull();
        assertThat(pull.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 10)).isTrue();
        assertThat(pull.recv(0)).isNull();
        assertThat(pull.errno()).isEqualTo(ZError.EAGAIN);
        pull.close();

        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_SNDTIMEO, 10)).isTrue();
        assertThat(push.send(FRAME, 0)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.EAGAIN);
        push.close();
    }

    @Test
    void anInterruptLeavesTheFlagAndTheSocket() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            var receiving = Within.waiting(() -> {
                byte[] frame = pair.bound.recvBytes(0);
                return frame == null && Thread.interrupted() && pair.bound.errno() == ZError.EINTR;
            });
            receiving.thread().interrupt();
            assertThat(receiving.result()).isTrue();

            assertThat(pair.connected.send(FRAME, 0)).isTrue();
            assertThat(pair.bound.recvBytes(0)).isEqualTo(FRAME);
        }
    }

    @Test
    void aClosedSocket() {
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        push.close();
        push.close();
        assertThat(push.send(FRAME, 0)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.ETERM);
        assertThat(push.send(FRAME, ZMQ.ZMQ_SNDMORE)).isFalse();
        assertThat(push.send((Msg) null, 0)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.ETERM);
        assertThat(push.recv(0)).isNull();
        assertThat(push.errno()).isEqualTo(ZError.ETERM);
        assertThat(push.bind("inproc://x")).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.ETERM);
        assertThat(push.termEndpoint("inproc://x")).isFalse();
        assertThat(push.setSocketOpt(ZMQ.ZMQ_LINGER, 0)).isFalse();
        assertThat(push.getSocketOpt(ZMQ.ZMQ_LINGER)).isEqualTo(-1);
        assertThat(push.getSocketOptx(ZMQ.ZMQ_TYPE)).isNull();
        assertThat(push.getFD()).isNull();
        assertThat(push.poll(ZMQ.ZMQ_POLLOUT, -1, null)).isEqualTo(-1);
        assertThat(push.errno()).isEqualTo(ZError.ETERM);
    }

    @Test
    void aCloseEndsWhoWaits() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        var receiving = Within.waiting(() -> pull.recvBytes(0) == null ? pull.errno() : 0);
        var polling = Within.waiting(() -> pull.poll(ZMQ.ZMQ_POLLIN, -1, null) == -1 ? pull.errno() : 0);
        pull.close();
        assertThat(receiving.result()).isEqualTo(ZError.ETERM);
        assertThat(polling.result()).isEqualTo(ZError.ETERM);
    }

    @Test
    void securityThatIsNotComplete() {
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_CURVE_SERVER, true)).isTrue();
        assertThatThrownBy(() -> pull.bind("tcp://127.0.0.1:*"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CURVE_SECRETKEY");
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_GSSAPI_SERVER, true)).isTrue();
        assertThat(pull.bind("tcp://127.0.0.1:*")).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ENOTSUP);
        pull.close();
    }
}
