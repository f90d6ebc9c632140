package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Socket;
import io.zmq4j.event.Routed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A SERVER of ours with several CLIENTs of JeroMQ. */
class SingleFrameJeromqTest {
    @RegisterExtension
    final Rig rig = new Rig();

    @RegisterExtension
    final JeromqPeers jeromq = new JeromqPeers();

    private ZMQ.Socket meet(Socket ours, SocketType type) {
        ours.set(LINGER, Duration.ZERO);
        String endpoint = Transport.TCP.freshEndpoint();
        ours.bind(endpoint);
        return jeromq.connected(type, theirs -> {}, endpoint, ours);
    }

    @Test
    void twoOfTheirClientsAreToldApart() {
        var server = rig.context().server();
        ZMQ.Socket one = meet(server, SocketType.CLIENT);
        ZMQ.Socket other = jeromq.connected(SocketType.CLIENT, socket -> {}, server.lastEndpoint(), server);
        assertThat(one.send("one")).isTrue();
        assertThat(other.send("other")).isTrue();
        for (int i = 0; i < 2; i++) {
            Routed request = server.receiveRouted(Rig.PATIENCE).orElseThrow();
            server.send(request.routingId(), "to " + request.message().text());
        }
        assertThat(one.recvStr()).isEqualTo("to one");
        assertThat(other.recvStr()).isEqualTo("to other");
    }
}
