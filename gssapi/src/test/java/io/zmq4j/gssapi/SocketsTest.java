package io.zmq4j.gssapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ietf.jgss.GSSCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets over a wire, whose workers do what takes long. */
class SocketsTest {
    @Test
    void theMechanismIsFoundByItsName() {
        assertThat(SocketOptions.SECURITY.parse("GSSAPI role=server principal=zmq@localhost"))
                .isInstanceOf(Gssapi.class)
                .hasToString("GSSAPI role=server principal=zmq@localhost");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPrincipalThatIsKnownComesIn(boolean encrypts) throws Exception {
        String endpoint = Ports.tcpEndpoint();
        try (Context context = Context.create();
                var rep = context.rep();
                var req = context.req()) {
            Authenticator.start(context, rules -> rules.gssapi("orders", Set.of(Realm.ANNA)));
            rep.set(SocketOptions.ZAP_DOMAIN, "orders");
            rep.set(
                    SocketOptions.SECURITY,
                    encrypts ? Realm.server() : Realm.server().withoutEncryption());
            req.set(
                    SocketOptions.SECURITY,
                    encrypts ? Realm.client() : Realm.client().withoutEncryption());
            rep.bind(endpoint);
            req.connect(endpoint);

            req.send(Message.of("a", "question"));
            assertThat(rep.receive()).isEqualTo(Message.of("a", "question"));
            rep.send(Message.wrap(new byte[100_000]));
            assertThat(req.receive()).isEqualTo(Message.wrap(new byte[100_000]));
        }
    }

    @Test
    void anotherPrincipalDoesNot() throws Exception {
        String endpoint = Ports.tcpEndpoint();
        var events = new LinkedBlockingQueue<SocketEvent>();
        try (Context context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            Authenticator.start(context, rules -> rules.gssapi("orders", Set.of(Realm.ANNA)));
            pull.set(SocketOptions.ZAP_DOMAIN, "orders");
            pull.set(SocketOptions.SECURITY, Realm.server());
            GSSCredential bob = Realm.credential(Realm.BOB, GSSCredential.INITIATE_ONLY);
            push.set(SocketOptions.SECURITY, Realm.client().withCredential(bob));
            push.set(SocketOptions.LINGER, Duration.ZERO);
            push.onEvent(events::add);
            pull.bind(endpoint);
            push.connect(endpoint);

            assertThat(next(events, SocketEvent.Type.HANDSHAKE_FAILED_AUTH).value())
                    .isEqualTo(400);
        }
    }

    @Test
    void subscriptionsSurviveAReconnect() throws Exception {
        String endpoint = Ports.tcpEndpoint();
        try (Context context = Context.create();
                var sub = context.sub()) {
            sub.set(SocketOptions.SECURITY, Realm.client());
            sub.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(10));
            sub.subscribe("a");
            sub.connect(endpoint);
            for (int connection = 0; connection < 2; connection++) {
                try (var xpub = context.xpub()) {
                    xpub.set(SocketOptions.SECURITY, Realm.server());
                    xpub.bind(endpoint);
                    assertThat(xpub.receive(Duration.ofSeconds(20))).contains(Message.wrap(new byte[] {1, 'a'}));
                    xpub.send(Message.of("a" + connection));
                    assertThat(sub.receive(Duration.ofSeconds(20))).contains(Message.of("a" + connection));
                }
            }
        }
    }

    /** There is no ticket yet: a KDC may be told of the service later. */
    @Test
    void whoGetsNoTicketTriesAgain() throws Exception {
        var events = new LinkedBlockingQueue<SocketEvent>();
        String endpoint = Ports.tcpEndpoint();
        try (Context context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            pull.set(SocketOptions.SECURITY, Realm.server());
            push.set(SocketOptions.SECURITY, Realm.clientOf(Realm.NOBODY));
            push.set(SocketOptions.LINGER, Duration.ZERO);
            push.onEvent(events::add);
            pull.bind(endpoint);
            push.connect(endpoint);

            assertThat(next(events, SocketEvent.Type.HANDSHAKE_FAILED_AUTH).value())
                    .isEqualTo(300);
            next(events, SocketEvent.Type.HANDSHAKE_FAILED_AUTH);
        }
    }

    private static SocketEvent next(LinkedBlockingQueue<SocketEvent> events, SocketEvent.Type type) throws Exception {
        SocketEvent event;
        do {
            event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).as("%s in time", type).isNotNull();
        } while (event.type() != type);
        return event;
    }
}
