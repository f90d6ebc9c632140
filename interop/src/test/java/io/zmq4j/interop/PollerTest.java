package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting for several sockets and channels. */
class PollerTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        return push;
    }

    @EveryTransport
    void theSocketWithAMessageIsReady(Transport transport) {
        PullSocket silent = rig.context().pull();
        silent.bind(transport.freshEndpoint());
        PullSocket spoken = rig.context().pull();
        PushSocket push = push();
        push.connect(spoken.bind(transport.freshEndpoint()));
        try (var poller = rig.context().poller()) {
            var silence = poller.onReadable(silent);
            var speech = poller.onReadable(spoken);
            for (int i = 0; i < 100; i++) {
                assertThat(poller.poll(Duration.ZERO)).isFalse();
                Rig.send(push, String.valueOf(i));
                assertThat(poller.poll(Rig.PATIENCE)).isTrue();
                assertThat(speech.isReady()).isTrue();
                assertThat(silence.isReady()).isFalse();
                assertThat(Rig.receiveText(spoken)).isEqualTo(String.valueOf(i));
            }
        }
    }

    @EveryTransport
    void readinessIsALevelNotAnEdge(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.send(push, "one");
        try (var poller = rig.context().poller()) {
            var item = poller.onReadable(pull);
            for (int i = 0; i < 10; i++) {
                assertThat(poller.poll(Rig.PATIENCE)).isTrue();
                assertThat(item.isReady()).isTrue();
            }
            assertThat(Rig.receiveText(pull)).isEqualTo("one");
            assertThat(poller.poll(Duration.ZERO)).isFalse();
            assertThat(item.isReady()).isFalse();
        }
    }

    @EveryTransport
    void aSocketIsWritableWhileItsQueueHasRoom(Transport transport) {
        PushSocket push = push();
        push.set(SNDHWM, 1);
        String endpoint = push.bind(transport.freshEndpoint()).uri();
        try (var poller = rig.context().poller()) {
            var item = poller.onWritable(push);
            assertThat(poller.poll(Duration.ZERO)).isFalse();
            PullSocket pull = rig.context().pull();
            pull.set(RCVHWM, 1);
            pull.connect(endpoint);
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
            assertThat(item.isReady()).isTrue();
            int sent = 0;
            while (push.send(Message.wrap(new byte[1 << 20]), Rig.MOMENT)) {
                sent++;
            }
            assertThat(poller.poll(Duration.ZERO)).isFalse();
            var drained = Rig.receiveTexts(pull, sent);
            assertThat(drained).hasSize(sent);
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
        }
    }

    @Test
    void channelsAndSocketsAreWaitedForTogether() throws IOException {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        Pipe pipe = Pipe.open();
        try (var source = pipe.source();
                var sink = pipe.sink();
                var poller = rig.context().poller()) {
            source.configureBlocking(false);
            var bytes = poller.onChannel(source, SelectionKey.OP_READ);
            var messages = poller.onReadable(pull);
            assertThat(poller.poll(Rig.MOMENT)).isFalse();
            var written = rig.start(() -> sink.write(ByteBuffer.wrap(new byte[] {42})));
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
            assertThat(Rig.result(written)).isEqualTo(1);
            assertThat(bytes.isReady()).isTrue();
            assertThat(messages.isReady()).isFalse();
            assertThat(source.read(ByteBuffer.allocate(8))).isEqualTo(1);
            var sent = rig.start(() -> Rig.send(push, "message"));
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
            Rig.result(sent);
            assertThat(bytes.isReady()).isFalse();
            assertThat(messages.isReady()).isTrue();
        }
    }

    @Test
    void aRemovedItemIsWaitedForNoLonger() {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        PullSocket other = rig.context().pull();
        other.bind(Transport.TCP.freshEndpoint());
        try (var poller = rig.context().poller()) {
            var item = poller.onReadable(pull);
            poller.onReadable(other);
            Rig.send(push, "one");
            assertThat(poller.poll(Rig.PATIENCE)).isTrue();
            item.remove();
            assertThat(poller.poll(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void waitingForNothingIsAnError() {
        try (var poller = rig.context().poller()) {
            assertThatThrownBy(poller::poll).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingThePollerEndsTheWait() {
        PullSocket pull = rig.context().pull();
        pull.bind(Transport.TCP.freshEndpoint());
        var poller = rig.context().poller();
        poller.onReadable(pull);
        var polled = rig.start(() -> poller.poll());
        poller.close();
        assertThat(Rig.result(polled)).isFalse();
        assertThat(pull.isClosed()).isFalse();
    }
}
