package io.zmq4j.gssapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.talk.Talker;
import io.zmq4j.talk.Wire;
import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GSSAPI with libzmq and MIT's Kerberos at the other end, over tcp. Both ask the KDC of {@link Realm}. */
class LibzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What all programs begin with: arguments are the role, the realm's file, own principal and its keytab, and the port to connect to. */
    private static final String COMMON = """
            import os, sys
            role, folder, principal, keytab, service, plaintext, port = sys.argv[1:8]
            os.environ['KRB5_CONFIG'] = folder + '/realm.conf'
            os.environ['KRB5_KTNAME'] = 'FILE:' + keytab
            os.environ['KRB5_CLIENT_KTNAME'] = 'FILE:' + keytab
            os.environ['KRB5CCNAME'] = 'MEMORY:'
            os.environ['KRB5RCACHENAME'] = 'none:'
            import zmq
            context = zmq.Context()
            context.linger = 0
            def secured(kind):
                socket = context.socket(kind)
                socket.setsockopt(zmq.GSSAPI_PRINCIPAL, principal.encode())
                socket.setsockopt(zmq.GSSAPI_PRINCIPAL_NAMETYPE, 2)
                if role == 'server':
                    socket.setsockopt(zmq.GSSAPI_SERVER, 1)
                else:
                    socket.setsockopt(zmq.GSSAPI_SERVICE_PRINCIPAL, service.encode())
                    socket.setsockopt(zmq.GSSAPI_SERVICE_PRINCIPAL_NAMETYPE, 2)
                socket.setsockopt(zmq.GSSAPI_PLAINTEXT, int(plaintext))
                socket.rcvtimeo = 20000
                return socket
            def attach(socket):
                if port == '0':
                    print(socket.bind_to_random_port('tcp://127.0.0.1'))
                else:
                    socket.connect('tcp://127.0.0.1:' + port)
            """;

    private static final String ECHO = COMMON + """
            socket = secured(zmq.PAIR)
            attach(socket)
            for _ in range(int(sys.argv[8])):
                socket.send_multipart(socket.recv_multipart())
            print('done')
            sys.stdin.readline()
            """;

    private static PythonPeer python(String program, String principal, boolean encrypts, int port, String... more) {
        var arguments = new ArrayList<String>(List.of(
                principal.equals(Realm.SERVICE) ? "server" : "client",
                Realm.folder().toString(),
                principal,
                Realm.keytabOf(principal).toString(),
                Realm.SERVICE,
                encrypts ? "0" : "1",
                String.valueOf(port)));
        arguments.addAll(List.of(more));
        return new PythonPeer(program, arguments.toArray(String[]::new));
    }

    private static Gssapi server(boolean encrypts) {
        return encrypts ? Realm.server() : Realm.server().withoutEncryption();
    }

    private static PythonPeer server(String program, String... more) {
        return python(program, Realm.SERVICE, true, 0, more);
    }

    private static PythonPeer client(String program, ServerSocket to, String... more) {
        return python(program, Realm.BOB, true, to.getLocalPort(), more);
    }

    private static Wire connect(PythonPeer python, Talker talker) throws Exception {
        int port = Integer.parseInt(python.nextLine(PATIENCE));
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port), talker);
    }

    private static ServerSocket listen() throws Exception {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setSoTimeout((int) PATIENCE.toMillis());
        return listener;
    }

    private static List<Message> conversation() {
        var random = new Random(12);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            var frames = new byte[1 + random.nextInt(3)][];
            for (int frame = 0; frame < frames.length; frame++) {
                frames[frame] = new byte[i % 100 == 99 ? 100_000 : random.nextInt(i % 10 == 0 ? 5_000 : 50)];
                random.nextBytes(frames[frame]);
            }
            messages.add(Message.wrap(frames));
        }
        return messages;
    }

    private static void echoes(Talker talker, Wire wire, List<Message> messages) throws Exception {
        for (int sent = 0; sent < messages.size(); sent += 50) {
            int due = sent + 50;
            talker.outgoing.addAll(messages.subList(sent, due));
            wire.until(() -> talker.messages.size() == due, PATIENCE);
        }
        assertThat(talker.messages).isEqualTo(messages);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asTheClientOfLibzmq(boolean encrypts) throws Exception {
        List<Message> messages = conversation();
        var talker = new Talker(
                SocketType.PAIR, encrypts ? Realm.client() : Realm.client().withoutEncryption());
        try (PythonPeer python = python(ECHO, Realm.SERVICE, encrypts, 0, String.valueOf(messages.size()));
                Wire wire = connect(python, talker)) {
            echoes(talker, wire, messages);
            python.expectLine("done", PATIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asTheServerOfLibzmq(boolean encrypts) throws Exception {
        List<Message> messages = conversation();
        var talker = new Talker(SocketType.PAIR, server(encrypts), true, Duration.ZERO);
        try (ServerSocket listener = listen();
                PythonPeer python =
                        python(ECHO, Realm.BOB, encrypts, listener.getLocalPort(), String.valueOf(messages.size()));
                Wire wire = new Wire(listener.accept(), talker)) {
            echoes(talker, wire, messages);
            python.expectLine("done", PATIENCE);
            assertThat(talker.credentials).containsExactly(Realm.BOB);
        }
    }

    @Test
    void heartbeatsOfBothSidesAreUnderstood() throws Exception {
        Talker talker = new Talker(SocketType.PAIR, Realm.client(), false, Duration.ofSeconds(1));
        String program = COMMON + """
                socket = secured(zmq.PAIR)
                socket.heartbeat_ivl = 50
                socket.heartbeat_timeout = 5000
                attach(socket)
                sys.stdin.readline()
                """;
        try (PythonPeer python = server(program);
                Wire wire = connect(python, talker)) {
            wire.until(() -> talker.engine().isPinged(), PATIENCE);
            talker.now += 1_000_000_000L;
            talker.engine().tick(talker.now);
            wire.until(() -> talker.traces.stream().anyMatch(line -> line.startsWith("received PONG")), PATIENCE);
        }
    }

    @Test
    void subscriptionsArriveAtLibzmq() throws Exception {
        Talker sub = Talkers.client(SocketType.SUB);
        sub.send(Message.of("\1one"));
        String program = COMMON + """
                socket = secured(zmq.XPUB)
                attach(socket)
                print(socket.recv())
                socket.send_string('one and only')
                sys.stdin.readline()
                """;
        try (PythonPeer python = server(program);
                Wire wire = connect(python, sub)) {
            wire.until(() -> !sub.messages.isEmpty(), PATIENCE);
            python.expectLine("b'\\x01one'", PATIENCE);
            assertThat(sub.messages).containsExactly(Message.of("one and only"));
        }
    }

    /** In the clear. Encrypted, SUB of libzmq 4.3.4 leaves out what makes a subscription of a topic; 4.3.5 tells it by a flag. */
    @Test
    void subscriptionsOfSubArriveInTheClear() throws Exception {
        subscriptionsArrive(false, """
                socket = secured(zmq.SUB)
                attach(socket)
                socket.subscribe('one')
                socket.subscribe('two')
                socket.unsubscribe('two')
                """);
    }

    @Test
    void subscriptionsOfXsubArriveEncrypted() throws Exception {
        subscriptionsArrive(true, """
                socket = secured(zmq.XSUB)
                attach(socket)
                socket.send(b'\\1one')
                socket.send(b'\\1two')
                socket.send(b'\\0two')
                """);
    }

    private static void subscriptionsArrive(boolean encrypts, String subscribes) throws Exception {
        var xpub = new Talker(SocketType.XPUB, server(encrypts));
        String program = COMMON + subscribes + """
                print(socket.recv_string())
                sys.stdin.readline()
                """;
        try (ServerSocket listener = listen();
                PythonPeer python = python(program, Realm.BOB, encrypts, listener.getLocalPort());
                Wire wire = new Wire(listener.accept(), xpub)) {
            wire.until(() -> xpub.messages.size() == 3, PATIENCE);
            assertThat(xpub.messages).containsExactly(Message.of("\1one"), Message.of("\1two"), Message.of("\0two"));
            xpub.send(Message.of("one and only"));
            wire.flush();
            python.expectLine("one and only", PATIENCE);
        }
    }

    private static final String AUTHENTICATOR = COMMON + """
            import threading
            handler = context.socket(zmq.REP)
            handler.bind('inproc://zeromq.zap.01')
            def decide():
                request = handler.recv_multipart()
                print(request[5].decode(), request[6].decode())
                handler.send_multipart([b'1.0', request[1], sys.argv[8].encode(), b'said', b'user', b''])
            threading.Thread(target=decide, daemon=True).start()
            socket = secured(zmq.PAIR)
            socket.zap_domain = b'global'
            attach(socket)
            sys.stdin.readline()
            """;

    @Test
    void libzmqsAuthenticatorSeesOurPrincipal() throws Exception {
        Talker talker = Talkers.client(SocketType.PAIR);
        try (PythonPeer python = server(AUTHENTICATOR, "200");
                Wire wire = connect(python, talker)) {
            wire.until(() -> talker.peer != null, PATIENCE);
            python.expectLine("GSSAPI " + Realm.ANNA, PATIENCE);
        }
    }

    /** libzmq's client has no ERROR in this mechanism: it takes one for a broken command, and does not come back. */
    @Test
    void aRefusalEndsTheConnectionOfLibzmq() throws Exception {
        Talker talker = Talkers.askingServer(SocketType.PAIR);
        talker.verdict = new Verdict(Verdict.Status.AUTHENTICATION_FAILURE, "no", "", new Metadata());
        String program = COMMON + """
                from zmq.utils.monitor import recv_monitor_message
                socket = secured(zmq.PAIR)
                monitor = socket.get_monitor_socket(zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL)
                monitor.rcvtimeo = 20000
                attach(socket)
                print(recv_monitor_message(monitor)['event'].name)
                sys.stdin.readline()
                """;
        try (ServerSocket listener = listen();
                PythonPeer python = client(program, listener);
                Wire wire = new Wire(listener.accept(), talker)) {
            assertThatThrownBy(() -> wire.until(() -> talker.peer != null, PATIENCE))
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED));
            wire.flush();
            python.expectLine("HANDSHAKE_FAILED_PROTOCOL", PATIENCE);
        }
    }
}
