package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding, connecting and their undoing. The files of ipc are in {@link IpcFaultsTest}. */
class EndpointTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PullSocket pull() {
        return rig.context().pull();
    }

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        return push;
    }

    private void expectPassage(Socket pull, String endpoint) {
        PushSocket push = push();
        push.connect(endpoint);
        Rig.send(push, "passage");
        assertThat(Rig.receiveText((PullSocket) pull)).isEqualTo("passage");
        push.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:*",
                "tcp://127.0.0.1:0",
                "tcp://*:*",
                "tcp://localhost:*",
                "tcp://lo:*",
                "ipc://*"
            })
    void aWildcardIsReplacedByWhatIsBound(String wildcard) {
        PullSocket pull = pull();
        String endpoint = pull.bind(wildcard).uri();
        assertThat(endpoint).doesNotContain("*").isEqualTo(pull.lastEndpoint());
        expectPassage(pull, endpoint.replace("0.0.0.0", "127.0.0.1"));
    }

    @Test
    void twoWildcardsAreTwoEndpoints() {
        PullSocket pull = pull();
        String first = pull.bind("tcp://127.0.0.1:*").uri();
        String second = pull.bind("tcp://127.0.0.1:*").uri();
        assertThat(first).isNotEqualTo(second);
        expectPassage(pull, first);
        expectPassage(pull, second);
    }

    @Test
    void anUnboundWildcardMayBeNamedAsItWasGiven() {
        PullSocket pull = pull();
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        pull.unbind("tcp://127.0.0.1:*");
        pull().bind(endpoint);
    }

    @Test
    void anUnboundWildcardMayBeNamedAsItWasBound() {
        PullSocket pull = pull();
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        pull.unbind(endpoint);
        pull().bind(endpoint);
    }

    @EveryTransport
    void unbindEndsWhatWasAccepted(Transport transport) {
        PullSocket pull = pull();
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        PushSocket push = push();
        push.connect(endpoint);
        Rig.awaitPeer(push);
        pull.unbind(endpoint);
        Rig.awaitPeers(push, 0);
        assertThat(pull.peerCount()).isZero();
    }

    @EveryTransport
    void anEndpointCanBeBoundAgainAfterClose(Transport transport) {
        String endpoint = transport.freshEndpoint();
        for (int i = 0; i < 20; i++) {
            PullSocket pull = pull();
            pull.bind(endpoint);
            expectPassage(pull, endpoint);
            pull.close();
        }
    }

    @EveryTransport
    void anEndpointIsBoundOnce(Transport transport) {
        PullSocket pull = pull();
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        PullSocket second = pull();
        assertThatThrownBy(() -> second.bind(endpoint))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(endpoint);
        expectPassage(pull, endpoint);
    }

    @EveryTransport
    void oneSocketMayBindAndConnectManyTimes(Transport transport) {
        PullSocket pull = pull();
        PushSocket first = push();
        PushSocket second = push();
        PushSocket third = push();
        pull.connect(first.bind(transport.freshEndpoint()));
        pull.connect(second.bind(transport.freshEndpoint()));
        third.connect(pull.bind(transport.freshEndpoint()));
        Rig.send(first, "1");
        Rig.send(second, "2");
        Rig.send(third, "3");
        assertThat(Rig.receiveTexts(pull, 3)).containsExactlyInAnyOrder("1", "2", "3");
    }

    @EveryTransport
    void disconnectEndsTheConnection(Transport transport) {
        PullSocket pull = pull();
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        PushSocket push = push();
        push.connect(endpoint);
        Rig.awaitPeer(pull);
        push.disconnect(endpoint);
        Rig.awaitPeers(pull, 0);
        assertThatThrownBy(() -> push.disconnect(endpoint)).isInstanceOf(EndpointException.class);
        push.connect(endpoint);
        Rig.send(push, "back");
        assertThat(Rig.receiveText(pull)).isEqualTo("back");
    }

    @EveryTransport
    void whatIsSentAfterADisconnectGoesElsewhere(Transport transport) {
        PullSocket pull = pull();
        String endpoint = pull.bind(transport.freshEndpoint()).uri();
        for (int i = 0; i < 30; i++) {
            String absent = transport.freshEndpoint();
            PushSocket push = push();
            push.connect(absent);
            push.connect(endpoint);
            push.disconnect(absent);
            Rig.send(push, String.valueOf(i));
            assertThat(Rig.receiveText(pull)).isEqualTo(String.valueOf(i));
            push.close();
        }
    }

    @Test
    void whatWasSentBeforeADisconnectIsStillHandedOver() {
        PullSocket pull = rig.context().pull();
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        PushSocket push = rig.context().push();
        push.connect(endpoint);
        for (int i = 0; i < 100; i++) {
            Rig.send(push, String.valueOf(i));
        }
        push.disconnect(endpoint);
        assertThat(Rig.receiveTexts(pull, 100)).hasSize(100).endsWith("99");
    }

    @Test
    void lastEndpointIsEmptyBeforeTheFirst() {
        PushSocket push = push();
        assertThat(push.lastEndpoint()).isEmpty();
        String endpoint = Transport.TCP.freshEndpoint();
        push.connect(endpoint);
        assertThat(push.lastEndpoint()).isEqualTo(endpoint);
    }

    @Test
    @DisplayName("J4: abstract ipc names, which Java cannot reach, are refused clearly")
    void abstractIpcNamesAreRefused() {
        PullSocket pull = pull();
        String name = "ipc://@" + Ports.ipcPath();
        assertThatThrownBy(() -> pull.bind(name))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "tcp://",
                "tcp://127.0.0.1",
                "tcp://127.0.0.1:",
                "tcp://127.0.0.1:65536",
                "tcp://127.0.0.1:-1",
                "tcp://127.0.0.1:x",
                "tcp://:5555:5555",
                "ipc://",
                "inproc://",
                "smoke://signal",
                "://x"
            })
    @DisplayName("what is no endpoint is refused by bind and connect, and named in the error")
    void nonsenseIsRefused(String nonsense) {
        PullSocket pull = pull();
        assertThatThrownBy(() -> pull.bind(nonsense))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(nonsense);
        assertThatThrownBy(() -> pull.connect(nonsense))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(nonsense);
    }

    @Test
    @DisplayName("K7: an address in use, not of this machine or forbidden is an error of bind, at once")
    void whatTheSystemRefusesIsAnError() {
        PullSocket pull = pull();
        assertThatThrownBy(() -> pull.bind("tcp://192.0.2.1:5555")).isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> pull.bind("tcp://no-such-interface:5555")).isInstanceOf(EndpointException.class);
        assertThatThrownBy(() -> pull.bind("ipc:///no/such/directory/socket")).isInstanceOf(EndpointException.class);
    }

    @Test
    void inprocMeetsInsideOneContextOnly() {
        String endpoint = pull().bind(Transport.INPROC.freshEndpoint()).uri();
        PullSocket elsewhere = rig.newContext().pull();
        assertThat(elsewhere.bind(endpoint).uri()).isEqualTo(endpoint);
    }

    @Test
    void unbindFreesAnInprocName() {
        PullSocket pull = pull();
        String endpoint = pull.bind(Transport.INPROC.freshEndpoint()).uri();
        pull.unbind(endpoint);
        assertThatThrownBy(() -> pull.unbind(endpoint)).isInstanceOf(EndpointException.class);
        PullSocket next = pull();
        next.bind(endpoint);
        expectPassage(next, endpoint);
    }
}
