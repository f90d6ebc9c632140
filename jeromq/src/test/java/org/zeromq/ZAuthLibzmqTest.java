package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients of libzmq, in a process of Python's, are let in or refused; of PLAIN, libzmq takes a refusal for a breach of the protocol. */
@Timeout(60)
class ZAuthLibzmqTest {
    /** Argument 1: the endpoint; the others set options. Sends a message and says what the monitor tells of the handshake. */
    private static final String CLIENT = """
            import sys, zmq
            from zmq.utils.monitor import recv_monitor_message
            context = zmq.Context()
            socket = context.socket(zmq.PUSH)
            for name, value in (option.split('=', 1) for option in sys.argv[2:]):
                socket.setsockopt(getattr(zmq, name), value.encode())
            monitor = socket.get_monitor_socket()
            socket.connect(sys.argv[1])
            socket.send(b'hello', zmq.DONTWAIT)
            while monitor.poll(20000):
                event = recv_monitor_message(monitor)
                if event['event'] == zmq.EVENT_HANDSHAKE_SUCCEEDED:
                    print('in')
                    break
                if event['event'] in (zmq.EVENT_HANDSHAKE_FAILED_AUTH, zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL):
                    print('out')
                    break
            monitor.close()
            socket.close(linger=20000 if event['event'] == zmq.EVENT_HANDSHAKE_SUCCEEDED else 0)
            context.term()
            """;

    private final ZContext context = new ZContext();
    private final ZAuth auth = new ZAuth(context);
    private final ZMQ.Socket server = context.createSocket(SocketType.PULL);

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        auth.close();
        context.close();
    }

    private String client(String... options) throws Exception {
        server.setReceiveTimeOut(20_000);
        server.bind("tcp://127.0.0.1:*");
        var command = new ArrayList<String>();
        command.addAll(List.of("/usr/bin/python3", "-c", CLIENT, server.getLastEndpoint()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return said.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    private void configurePlain() throws Exception {
        Path passwords = directory.resolve("passwords");
        Files.writeString(passwords, "admin=secret\n");
        auth.configurePlain("*", passwords.toString());
        server.setPlainServer(true);
    }

    private ZCert configureCurve() {
        auth.configureCurve(directory.toString());
        var key = new ZCert();
        server.setCurveServer(true);
        key.apply(server);
        return key;
    }

    @Test
    void aUserOfPlainIsLetIn() throws Exception {
        configurePlain();
        assertThat(client("PLAIN_USERNAME=admin", "PLAIN_PASSWORD=secret")).isEqualTo("in");
        zmq.Msg message = server.base().recv(0);
        assertThat(message.getMetadata().get("User-Id")).isEqualTo("admin");
    }

    @Test
    void anotherPasswordIsRefused() throws Exception {
        configurePlain();
        assertThat(client("PLAIN_USERNAME=admin", "PLAIN_PASSWORD=guessed")).isEqualTo("out");
        assertThat(server.recv(ZMQ.DONTWAIT)).isNull();
    }

    @Test
    void aHolderOfACertificateIsLetIn() throws Exception {
        ZCert serverKey = configureCurve();
        var clientKey = new ZCert();
        clientKey.setMeta("name", "Ann");
        clientKey.savePublic(directory.resolve("client.key").toString());
        assertThat(client(options(serverKey, clientKey))).isEqualTo("in");
        zmq.Msg message = server.base().recv(0);
        assertThat(message.getMetadata().get("User-Id")).isEqualTo(clientKey.getPublicKeyAsZ85());
        assertThat(message.getMetadata().get("name")).isEqualTo("Ann");
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        ZCert serverKey = configureCurve();
        assertThat(client(options(serverKey, new ZCert()))).isEqualTo("out");
        assertThat(server.recv(ZMQ.DONTWAIT)).isNull();
    }

    private static String[] options(ZCert server, ZCert client) {
        return new String[] {
            "CURVE_SERVERKEY=" + server.getPublicKeyAsZ85(),
            "CURVE_PUBLICKEY=" + client.getPublicKeyAsZ85(),
            "CURVE_SECRETKEY=" + client.getSecretKeyAsZ85()
        };
    }
}
