package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Device;
import io.zmq4j.PairSocket;
import io.zmq4j.Proxy;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Proxies with capture and control, and the three devices. */
class ProxyTest {
    private static final String ANY = "tcp://127.0.0.1:*";

    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push(String endpoint) {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.connect(endpoint);
        return push;
    }

    private PullSocket pull(String endpoint) {
        PullSocket pull = rig.context().pull();
        pull.connect(endpoint);
        return pull;
    }

    private ReqSocket req(String endpoint) {
        ReqSocket req = rig.context().req();
        req.set(LINGER, Duration.ZERO);
        req.connect(endpoint);
        return req;
    }

    @Test
    void aStreamerPassesWorkOn() {
        try (var device = Device.streamer(rig.context(), ANY, ANY).start()) {
            PushSocket push = push(device.frontendEndpoint());
            PullSocket pull = pull(device.backendEndpoint());
            for (int i = 0; i < 500; i++) {
                Rig.send(push, "task", "", String.valueOf(i));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(Rig.receive(pull)).isEqualTo(Message.of("task", "", String.valueOf(i)));
            }
        }
    }

    @Test
    void aQueuePassesRequestsAndReplies() {
        try (var device = Device.queue(rig.context(), ANY, ANY).start()) {
            RepSocket rep = rig.context().rep();
            rep.connect(device.backendEndpoint());
            var clients = IntStream.range(0, 3)
                    .mapToObj(i -> req(device.frontendEndpoint()))
                    .toList();
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < clients.size(); i++) {
                    Rig.send(clients.get(i), String.valueOf(i));
                }
                clients.forEach(client -> Rig.send(rep, "re " + Rig.receiveText(rep)));
                for (int i = 0; i < clients.size(); i++) {
                    assertThat(Rig.receiveText(clients.get(i))).isEqualTo("re " + i);
                }
            }
        }
    }

    @Test
    void aForwarderPassesSubscriptionsAndPublications() {
        try (var device = Device.forwarder(rig.context(), ANY, ANY).start()) {
            var pub = rig.context().pub();
            pub.connect(device.frontendEndpoint());
            var sub = rig.context().sub();
            sub.subscribe("net");
            sub.connect(device.backendEndpoint());
            Rig.awaitPeer(pub);
            Rig.send(pub, "germany");
            Rig.send(pub, "netherlands", "goal");
            assertThat(Rig.receive(sub)).isEqualTo(Message.of("netherlands", "goal"));
        }
    }

    @Test
    void aClosedDeviceEnds() {
        var device = Device.streamer(rig.context(), ANY, ANY);
        var run = rig.start(device::run);
        device.close();
        Rig.result(run);
    }

    @Test
    void theContextsEndIsTheProxysEnd() {
        var context = rig.newContext();
        var device = Device.queue(context, ANY, ANY);
        var run = rig.start(device::run);
        context.close(Rig.PATIENCE);
        Rig.result(run);
    }

    @Test
    void captureGetsACopyOfWhatPassesEitherWay() {
        try (var device = Device.queue(rig.context(), ANY, ANY)) {
            PairSocket capture = rig.context().pair();
            PairSocket captured = rig.context().pair();
            captured.connect(capture.bind(Transport.INPROC.freshEndpoint()));
            device.proxy().capture(capture).start();
            RepSocket rep = rig.context().rep();
            rep.connect(device.backendEndpoint());
            ReqSocket req = req(device.frontendEndpoint());
            Rig.send(req, "question");
            assertThat(Rig.receiveText(rep)).isEqualTo("question");
            Rig.send(rep, "answer");
            assertThat(Rig.receiveText(req)).isEqualTo("answer");
            assertThat(lastText(Rig.receive(captured))).isEqualTo("question");
            assertThat(lastText(Rig.receive(captured))).isEqualTo("answer");
        }
    }

    private static String lastText(Message message) {
        return message.text(message.frameCount() - 1);
    }

    @Test
    void controlStopsStartsCountsAndEnds() {
        PullSocket frontend = rig.context().pull();
        PushSocket backend = rig.context().push();
        backend.set(LINGER, Duration.ZERO);
        PushSocket push = push(frontend.bind(ANY).uri());
        PullSocket pull = pull(backend.bind(ANY).uri());
        PairSocket control = rig.context().pair();
        PairSocket steering = rig.context().pair();
        steering.connect(control.bind(Transport.INPROC.freshEndpoint()));
        var run = rig.start(
                () -> Proxy.between(frontend, backend).control(control).run());

        Rig.send(push, "five!");
        assertThat(Rig.receiveText(pull)).isEqualTo("five!");
        Rig.send(steering, "PAUSE");
        // An answer to STATISTICS proves that what was said before it is in force.
        assertThat(statistics(steering)).containsExactly(1, 5, 0, 0, 0, 0, 1, 5);
        Rig.send(push, "held");
        assertThat(pull.receive(Rig.MOMENT)).isEmpty();
        Rig.send(steering, "RESUME");
        assertThat(Rig.receiveText(pull)).isEqualTo("held");
        assertThat(statistics(steering)).containsExactly(2, 9, 0, 0, 0, 0, 2, 9);
        Rig.send(steering, "TERMINATE");
        Rig.result(run);
        assertThat(frontend.isClosed()).isFalse();
    }

    private static long[] statistics(PairSocket steering) {
        Rig.send(steering, "STATISTICS");
        Message answer = Rig.receive(steering);
        return IntStream.range(0, answer.frameCount())
                .mapToLong(i -> ByteBuffer.wrap(answer.bytes(i))
                        .order(ByteOrder.nativeOrder())
                        .getLong())
                .toArray();
    }

    @Test
    void aReplyingControlSocketIsAnsweredEveryTime() {
        PullSocket frontend = rig.context().pull();
        PushSocket backend = rig.context().push();
        frontend.bind(ANY);
        backend.bind(ANY);
        RepSocket control = rig.context().rep();
        ReqSocket steering = req(control.bind(Transport.INPROC.freshEndpoint()).uri());
        var run = rig.start(
                () -> Proxy.between(frontend, backend).control(control).run());
        for (String command : new String[] {"PAUSE", "RESUME"}) {
            Rig.send(steering, command);
            assertThat(Rig.receive(steering)).isEqualTo(Message.empty());
        }
        Rig.send(steering, "STATISTICS");
        assertThat(Rig.receive(steering).frameCount()).isEqualTo(8);
        Rig.send(steering, "TERMINATE");
        assertThat(Rig.receive(steering)).isEqualTo(Message.empty());
        Rig.result(run);
    }

    @Test
    void aProxyWithoutTakersStaysSteerable() {
        PullSocket frontend = rig.context().pull();
        PushSocket backend = rig.context().push();
        PushSocket push = push(frontend.bind(ANY).uri());
        backend.bind(ANY);
        PairSocket control = rig.context().pair();
        PairSocket steering = rig.context().pair();
        steering.connect(control.bind(Transport.INPROC.freshEndpoint()));
        var run = rig.start(
                () -> Proxy.between(frontend, backend).control(control).run());
        Rig.send(push, "nobody takes it");
        Rig.send(steering, "TERMINATE");
        Rig.result(run);
    }
}
