package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sends and receives as futures. */
class FuturesTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        return push;
    }

    @EveryTransport
    void receivesAreServedInTheOrderOfTheCalls(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        List<CompletableFuture<Message>> receives =
                Stream.generate(pull::receiveAsync).limit(50).toList();
        for (int i = 0; i < 50; i++) {
            Rig.send(push, String.valueOf(i));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(Rig.result(receives.get(i)).text()).isEqualTo(String.valueOf(i));
        }
    }

    @EveryTransport
    void aCancelledReceiveLosesNoMessage(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.awaitPeer(push);
        for (int i = 0; i < 200; i++) {
            CompletableFuture<Message> given = pull.receiveAsync();
            Rig.send(push, String.valueOf(i));
            // Either the cancel was in time and the message is still there, or the future has it.
            Message message = given.cancel(false) ? Rig.receive(pull) : Rig.result(given);
            assertThat(message.text()).isEqualTo(String.valueOf(i));
        }
    }

    @EveryTransport
    void aCancelledReceiveGivesUpItsTurn(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        CompletableFuture<Message> first = pull.receiveAsync();
        CompletableFuture<Message> second = pull.receiveAsync();
        assertThat(first.cancel(false)).isTrue();
        Rig.send(push, "for the second");
        assertThat(Rig.result(second).text()).isEqualTo("for the second");
    }

    @EveryTransport
    void sendsAreDoneInTheOrderOfTheCalls(Transport transport) {
        PushSocket push = push();
        push.set(SNDHWM, 2);
        String endpoint = push.bind(transport.freshEndpoint()).uri();
        var sends = IntStream.range(0, 50)
                .mapToObj(i -> push.sendAsync(Message.of(String.valueOf(i))))
                .toList();
        assertThat(sends).noneMatch(CompletableFuture::isDone);
        PullSocket pull = rig.context().pull();
        pull.set(RCVHWM, 2);
        pull.connect(endpoint);
        assertThat(Rig.receiveTexts(pull, 50))
                .isEqualTo(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
        sends.forEach(Rig::result);
    }

    @EveryTransport
    void aCancelledSendIsNotSent(Transport transport) {
        PushSocket push = push();
        String endpoint = push.bind(transport.freshEndpoint()).uri();
        CompletableFuture<Void> cancelled = push.sendAsync(Message.of("cancelled"));
        CompletableFuture<Void> sent = push.sendAsync(Message.of("sent"));
        assertThat(cancelled.cancel(false)).isTrue();
        PullSocket pull = rig.context().pull();
        pull.connect(endpoint);
        assertThat(Rig.receiveText(pull)).isEqualTo("sent");
        Rig.result(sent);
    }

    @EveryTransport
    void futuresFailWhenTheSocketCloses(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = push();
        pull.bind(transport.freshEndpoint());
        push.bind(transport.freshEndpoint());
        CompletableFuture<Message> received = pull.receiveAsync();
        CompletableFuture<Void> sent = push.sendAsync(Message.of("nobody takes it"));
        pull.close();
        push.close();
        assertThatThrownBy(() -> Rig.result(received)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> Rig.result(sent)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> Rig.result(pull.receiveAsync())).isInstanceOf(SocketClosedException.class);
    }
}
