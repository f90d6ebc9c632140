package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.error.MessageShapeException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sockets send and receive beside messages: text, values, subscriptions. */
class CodedTrafficTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Codec<Integer> NUMBER = Codec.text().map(Integer::valueOf, String::valueOf);

    private final Context context = Context.create();
    private final PushSocket push = context.push();
    private final PullSocket pull = context.pull();

    @BeforeEach
    void connect() {
        pull.bind("inproc://coded");
        push.connect("inproc://coded");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void everyLikelyCallIsTheOneThatIsMeant() {
        byte[] bytes = {1};

        push.send("a");
        push.send("a", "b");
        push.send(bytes);
        push.send(bytes, bytes);
        push.send("a", bytes);
        push.send(Message.of("a"));
        push.send(Message.of("a"), TIMEOUT);
        push.send(1, NUMBER);
        push.send("a", Codec.text());
        push.send(bytes, Codec.bytes());

        for (Message expected : new Message[] {
            Message.of("a"),
            Message.of("a", "b"),
            Message.of(bytes),
            Message.of(bytes, bytes),
            Message.of("a".getBytes(StandardCharsets.UTF_8), bytes),
            Message.of("a"),
            Message.of("a"),
            Message.of("1"),
            Message.of("a"),
            Message.of(bytes)
        }) {
            assertThat(pull.receive(TIMEOUT)).contains(expected);
        }
    }

    @Test
    void valuesAreReceivedByTheSameCodec() {
        for (int i = 0; i < 5; i++) {
            push.send(i, NUMBER);
        }

        assertThat(pull.receive(NUMBER)).isZero();
        assertThat(pull.receive(TIMEOUT, NUMBER)).contains(1);
        TypedReceiver<Integer> numbers = pull.receiving(NUMBER);
        assertThat(numbers.receive()).isEqualTo(2);
        assertThat(numbers.receive(TIMEOUT)).contains(3);
        assertThat(numbers.tryReceive()).contains(4);
        assertThat(numbers.tryReceive()).isEmpty();
        assertThat(pull.receive(Duration.ZERO, NUMBER)).isEmpty();
    }

    @Test
    void aTypedSenderSendsAsItsSocketDoes() throws Exception {
        TypedSender<Integer> numbers = push.sending(NUMBER);

        numbers.send(1);
        assertThat(numbers.trySend(2)).isTrue();
        assertThat(numbers.send(3, TIMEOUT)).isTrue();
        numbers.sendAsync(4).get(20, TimeUnit.SECONDS);

        for (int i = 1; i <= 4; i++) {
            assertThat(pull.receive(TIMEOUT, NUMBER)).contains(i);
        }
    }

    @Test
    void whatCannotBeReadIsTakenAndTheNextOneIsRead() {
        push.send("one");
        push.send("2");

        assertThatThrownBy(() -> pull.receive(NUMBER))
                .isInstanceOfSatisfying(
                        DecodeException.class,
                        failure -> assertThat(failure.received()).isEqualTo(Message.of("one")));
        assertThat(pull.receive(NUMBER)).isEqualTo(2);
    }

    @Test
    void aTypedReceiverGivesLoopsAndStreamsThatGoOnBehindWhatCannotBeRead() {
        for (String text : List.of("1", "two", "3", "4")) {
            push.send(text);
        }
        TypedReceiver<Integer> numbers = pull.receiving(NUMBER);
        List<Integer> received = new ArrayList<>();

        assertThatThrownBy(() -> numbers.forEach(received::add)).isInstanceOf(DecodeException.class);
        received.addAll(numbers.stream().limit(2).toList());

        assertThat(received).containsExactly(1, 3, 4);
        pull.close();
        assertThat(numbers).isEmpty();
    }

    @Test
    void whatCannotBeEncodedIsNotSent() {
        Codec<String> broken = Codec.of(
                text -> {
                    throw new IllegalArgumentException("no " + text);
                },
                Message::text);

        assertThatThrownBy(() -> push.send("x", broken)).hasMessage("no x");
        assertThat(pull.tryReceive()).isEmpty();
    }

    @Test
    void aTextOfSeveralFramesIsAnErrorThatHasThem() {
        push.send("topic", "text");
        push.send("topic", "text");
        push.send("next");

        assertThatThrownBy(pull::receiveText)
                .isInstanceOfSatisfying(
                        MessageShapeException.class,
                        failure -> assertThat(failure.received()).isEqualTo(Message.of("topic", "text")))
                .hasMessageContaining("2 frames")
                .hasMessageContaining("[\"topic\", \"text\"]")
                .hasMessageContaining("use receive()");
        assertThatThrownBy(() -> pull.receiveText(TIMEOUT)).isInstanceOf(MessageShapeException.class);
        assertThat(pull.receiveText(TIMEOUT)).contains("next");
        assertThat(pull.receiveText(Duration.ZERO)).isEmpty();
    }

    @Test
    void subscriptionsAreValues() {
        XPubSocket xpub = context.xpub();
        XSubSocket xsub = context.xsub();
        xpub.bind("inproc://subscriptions");
        xsub.connect("inproc://subscriptions");

        xsub.subscribe("a");
        xsub.unsubscribe("a");
        xsub.subscribe("b");
        xsub.send("hello");

        Subscription first = xpub.receiveSubscription();
        assertThat(first.added()).isTrue();
        assertThat(first.text()).isEqualTo("a");
        assertThat(xpub.receiveSubscription(TIMEOUT).orElseThrow()).hasToString("unsubscribe \"a\"");
        assertThat(Optional.of(xpub.receiveSubscription()))
                .map(Subscription::text)
                .contains("b");
        assertThatThrownBy(xpub::receiveSubscription)
                .isInstanceOfSatisfying(
                        MessageShapeException.class,
                        failure -> assertThat(failure.received()).isEqualTo(Message.of("hello")))
                .hasMessageContaining("[\"hello\"]");
        assertThat(xpub.tryReceiveSubscription()).isEmpty();
        assertThat(xpub.receiveSubscription(Duration.ZERO)).isEmpty();
        xpub.set(io.zmq4j.options.SocketOptions.RCVTIMEO, Duration.ZERO);
        assertThatThrownBy(xpub::receiveSubscription).isInstanceOf(WaitTimeoutException.class);
    }
}
