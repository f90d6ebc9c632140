package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NULL with somebody who decides, with libzmq at the other end. */
class ZapLibzmqTest {
    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    @EveryWire
    void aDomainOfOursIsAskedFor(Transport transport) {
        Authenticator.start(rig.context(), rules -> rules.allow(transport == Transport.TCP ? "127.0.0.1" : ""));
        var pull = rig.context().pull();
        pull.set(SocketOptions.ZAP_DOMAIN, "ours");
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH);
        push.connect(pull.bind(transport.freshEndpoint()).uri());
        push.send("hello");

        Received received = pull.receiveFrom(Rig.PATIENCE).orElseThrow();
        assertThat(received.message()).isEqualTo(Message.of("hello"));
        assertThat(received.peer().userId()).isEmpty();
    }

    @Test
    void aRefusalOfOursIsLibzmqsEvent() {
        Authenticator.start(rig.context(), rules -> rules.deny("127.0.0.1"));
        var pull = rig.context().pull();
        pull.set(SocketOptions.ZAP_DOMAIN, "ours");
        EventLog events = EventLog.of(pull);
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()).uri());

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(400);
        assertThat(push.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(400);
    }

    @EveryWire
    void aDomainOfLibzmqsIsAnswered(Transport transport) {
        LIBZMQ.run("decide", "200", "joe");
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL, "ZAP_DOMAIN=theirs");
        var push = rig.context().push();
        push.connect(pull.bind(transport.freshEndpoint()));
        push.send("hello");

        assertThat(pull.receive()).isEqualTo(Message.of("hello"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void aRefusalOfLibzmqsIsOurEvent(int status) {
        LIBZMQ.run("decide", String.valueOf(status));
        LibzmqSocket pull = LIBZMQ.open(SocketType.PULL, "ZAP_DOMAIN=theirs");
        var push = rig.context().push();
        push.set(SocketOptions.LINGER, Duration.ZERO);
        EventLog events = EventLog.of(push);
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));

        assertThat(events.await(Type.HANDSHAKE_FAILED_AUTH).value()).isEqualTo(status);
        assertThat(pull.await("HANDSHAKE_FAILED_AUTH")).isEqualTo(status);
    }

    /** Both wait for their own verdict before they send READY, and for nothing else. */
    @EveryWire
    void bothSidesMayHaveADomain(Transport transport) {
        LIBZMQ.run("decide", "200", "joe");
        Authenticator.start(rig.context(), rules -> {});
        var pull = rig.context().pull();
        pull.set(SocketOptions.ZAP_DOMAIN, "ours");
        LibzmqSocket push = LIBZMQ.open(SocketType.PUSH, "ZAP_DOMAIN=theirs");
        push.connect(pull.bind(transport.freshEndpoint()).uri());
        push.send("hello");

        assertThat(Rig.receiveText((Receiver) pull)).isEqualTo("hello");
    }
}
