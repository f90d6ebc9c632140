package io.zmq4j.curve;

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
import io.zmq4j.zmtp.wire.Z85;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** CURVE with libzmq at the other end, over tcp. */
class LibzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What all programs begin with: arguments are the role, own secret key, server's public key, and the port to connect to. */
    private static final String COMMON = """
            import sys, zmq
            role, secret, server_key, port = sys.argv[1:5]
            context = zmq.Context()
            context.linger = 0
            def secured(kind):
                socket = context.socket(kind)
                socket.curve_secretkey = secret.encode()
                socket.curve_publickey = zmq.curve_public(secret.encode())
                if role == 'server':
                    socket.curve_server = True
                else:
                    socket.curve_serverkey = server_key.encode()
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
            for _ in range(int(sys.argv[5])):
                socket.send_multipart(socket.recv_multipart())
            print('done')
            sys.stdin.readline()
            """;

    private static PythonPeer python(String program, String role, int port, String... more) {
        boolean isServer = role.equals("server");
        var arguments = new ArrayList<String>(List.of(
                role,
                Z85.encode(isServer ? Keys.SERVER_SECRET : Keys.CLIENT_SECRET),
                Keys.SERVER.publicKey().toString(),
                String.valueOf(port)));
        arguments.addAll(List.of(more));
        return new PythonPeer(program, arguments.toArray(String[]::new));
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

    @Test
    void asTheClientOfLibzmq() throws Exception {
        List<Message> messages = conversation();
        Talker talker = Talkers.client(SocketType.PAIR);
        try (PythonPeer python = python(ECHO, "server", 0, String.valueOf(messages.size()));
                Wire wire = connect(python, talker)) {
            echoes(talker, wire, messages);
            python.expectLine("done", PATIENCE);
        }
    }

    @Test
    void asTheServerOfLibzmq() throws Exception {
        List<Message> messages = conversation();
        Talker talker = Talkers.askingServer(SocketType.PAIR);
        try (ServerSocket listener = listen();
                PythonPeer python = python(ECHO, "client", listener.getLocalPort(), String.valueOf(messages.size()));
                Wire wire = new Wire(listener.accept(), talker)) {
            echoes(talker, wire, messages);
            python.expectLine("done", PATIENCE);
        }
    }

    /** libzmq seals PING and PONG with a flag that RFC 26 does not know. */
    @Test
    void heartbeatsOfBothSidesAreUnderstood() throws Exception {
        Talker talker = new Talker(SocketType.PAIR, Talkers.clientSide(), false, Duration.ofSeconds(1));
        String program = COMMON + """
                socket = secured(zmq.PAIR)
                socket.heartbeat_ivl = 50
                socket.heartbeat_timeout = 5000
                attach(socket)
                sys.stdin.readline()
                """;
        try (PythonPeer python = python(program, "server", 0);
                Wire wire = connect(python, talker)) {
            wire.until(() -> talker.engine().isPinged(), PATIENCE);
            talker.now += 1_000_000_000L;
            talker.engine().tick(talker.now);
            wire.until(() -> talker.traces.stream().anyMatch(line -> line.startsWith("received PONG")), PATIENCE);
        }
    }

    @Test
    void subscriptionsOfLibzmqArrive() throws Exception {
        Talker xpub = Talkers.server(SocketType.XPUB);
        String program = COMMON + """
                socket = secured(zmq.SUB)
                attach(socket)
                socket.subscribe('one')
                socket.subscribe('two')
                socket.unsubscribe('two')
                print(socket.recv_string())
                sys.stdin.readline()
                """;
        try (ServerSocket listener = listen();
                PythonPeer python = python(program, "client", listener.getLocalPort());
                Wire wire = new Wire(listener.accept(), xpub)) {
            wire.until(() -> xpub.messages.size() == 3, PATIENCE);
            assertThat(xpub.messages).containsExactly(Message.of("\1one"), Message.of("\1two"), Message.of("\0two"));
            xpub.send(Message.of("one and only"));
            wire.flush();
            python.expectLine("one and only", PATIENCE);
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
        try (PythonPeer python = python(program, "server", 0);
                Wire wire = connect(python, sub)) {
            wire.until(() -> !sub.messages.isEmpty(), PATIENCE);
            python.expectLine("b'\\x01one'", PATIENCE);
            assertThat(sub.messages).containsExactly(Message.of("one and only"));
        }
    }

    private static final String AUTHENTICATOR = COMMON + """
            import threading, zmq.utils.z85
            handler = context.socket(zmq.REP)
            handler.bind('inproc://zeromq.zap.01')
            def decide():
                request = handler.recv_multipart()
                print(request[5].decode(), zmq.utils.z85.encode(request[6]).decode())
                handler.send_multipart([b'1.0', request[1], sys.argv[5].encode(), b'said', b'user', b''])
            threading.Thread(target=decide, daemon=True).start()
            socket = secured(zmq.PAIR)
            socket.zap_domain = b'global'
            attach(socket)
            sys.stdin.readline()
            """;

    @Test
    void libzmqsAuthenticatorSeesOurKey() throws Exception {
        Talker talker = Talkers.client(SocketType.PAIR);
        try (PythonPeer python = python(AUTHENTICATOR, "server", 0, "200");
                Wire wire = connect(python, talker)) {
            wire.until(() -> talker.peer != null, PATIENCE);
            python.expectLine("CURVE " + Keys.CLIENT.publicKey(), PATIENCE);
        }
    }

    @Test
    void aRefusalOfLibzmqIsUnderstood() throws Exception {
        Talker talker = Talkers.client(SocketType.PAIR);
        try (PythonPeer python = python(AUTHENTICATOR, "server", 0, "400");
                Wire wire = connect(python, talker)) {
            assertThatThrownBy(() -> wire.until(() -> talker.peer != null, PATIENCE))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("400");
        }
    }

    @Test
    void libzmqUnderstandsARefusal() throws Exception {
        Talker talker = Talkers.askingServer(SocketType.PAIR);
        talker.verdict = new Verdict(Verdict.Status.AUTHENTICATION_FAILURE, "no", "", new Metadata());
        String program = COMMON + """
                from zmq.utils.monitor import recv_monitor_message
                socket = secured(zmq.PAIR)
                monitor = socket.get_monitor_socket(zmq.EVENT_HANDSHAKE_FAILED_AUTH)
                monitor.rcvtimeo = 20000
                attach(socket)
                print(recv_monitor_message(monitor)['value'])
                sys.stdin.readline()
                """;
        try (ServerSocket listener = listen();
                PythonPeer python = python(program, "client", listener.getLocalPort());
                Wire wire = new Wire(listener.accept(), talker)) {
            assertThatThrownBy(() -> wire.until(() -> talker.peer != null, PATIENCE))
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED));
            wire.flush();
            python.expectLine("400", PATIENCE);
        }
    }
}
