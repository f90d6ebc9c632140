package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.Greeting;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients that come by the thousand and never finish a handshake. */
class UnderAttackTest {
    /** More than a bound endpoint lets one address have under way. */
    private static final int MANY = 2_300;

    private static final int MOST_OF_ADDRESS = 2_048;

    /** What a client says that then says nothing more: nothing, a signature, or half a greeting. */
    private static final byte[][] BEGINNINGS = {
        {}, {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F}, {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1, 'N', 'U'}
    };

    private static final byte[] WRONG_PASSWORD = "\4\020\5HELLO\3ann\5wrong".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void thoseThatSayNothingMakeRoomForOneThatSpeaks() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        var accepted = new AtomicInteger();
        var gaveWay = new AtomicInteger();
        try (Context context = Context.create();
                Context far = Context.create();
                var rep = context.rep();
                var req = far.req()) {
            rep.onEvent(event -> {
                if (event.type() == SocketEvent.Type.ACCEPTED) {
                    accepted.incrementAndGet();
                } else if (event.reason() == CloseReason.GAVE_WAY) {
                    gaveWay.incrementAndGet();
                }
            });
            String endpoint = rep.bind("tcp://127.0.0.1:*").uri();
            int port = URI.create(endpoint).getPort();
            for (int i = 0; i < MANY; i++) {
                silent.add(connect(port, BEGINNINGS[i % BEGINNINGS.length]));
            }
            Rig.await("all are accepted", () -> accepted.get() == MANY);
            Rig.await("the oldest gave way", () -> gaveWay.get() == MANY - MOST_OF_ADDRESS);

            req.connect(endpoint);
            req.send(Message.of("hello"));
            assertThat(rep.receive(Rig.PATIENCE)).contains(Message.of("hello"));
            rep.send(Message.of("world"));
            assertThat(req.receive(Rig.PATIENCE)).contains(Message.of("world"));
            assertThat(rep.peerCount()).isEqualTo(1);
        } finally {
            for (SocketChannel each : silent) {
                each.close();
            }
        }
    }

    @Test
    void thoseWhoAreRefusedLeaveNothing() throws Exception {
        try (Context context = Context.create();
                Context far = Context.create();
                var rep = context.rep();
                var req = far.req()) {
            Authenticator.start(context, rules -> rules.plain(Authenticator.EVERY_DOMAIN, Map.of("ann", "secret")));
            rep.set(SocketOptions.SECURITY, Plain.server());
            String endpoint = rep.bind("tcp://127.0.0.1:*").uri();
            int port = URI.create(endpoint).getPort();
            assertThat(refused(port)).contains("400");
            int before = Descriptors.open();

            for (int i = 0; i < MANY; i++) {
                assertThat(refused(port)).contains("400");
            }

            Rig.await("the descriptors are back", () -> Descriptors.open() <= before);
            assertThat(rep.peerCount()).isZero();
            req.set(SocketOptions.SECURITY, Plain.client("ann", "secret"));
            req.connect(endpoint);
            req.send(Message.of("hello"));
            assertThat(rep.receive(Rig.PATIENCE)).contains(Message.of("hello"));
        }
    }

    /** What a client is told that has the wrong password. */
    private static String refused(int port) throws IOException {
        try (var client = new java.net.Socket("127.0.0.1", port)) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(new Greeting(3, 1, "PLAIN", false).encoded());
            client.getOutputStream().write(WRONG_PASSWORD);
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static SocketChannel connect(int port, byte[] beginning) throws IOException {
        var channel = SocketChannel.open();
        channel.socket().connect(new InetSocketAddress("127.0.0.1", port), (int)
                Duration.ofSeconds(20).toMillis());
        channel.write(ByteBuffer.wrap(beginning));
        return channel;
    }
}
