package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.ROUTER_MANDATORY;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DealerSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Receiver;
import io.zmq4j.RouterSocket;
import io.zmq4j.Sender;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L8: several threads share one socket, on either side, and nothing is lost, doubled, torn or reordered. */
class SharedSocketStressTest {
    private static final int SENDERS = 4;
    private static final int RECEIVERS = 2;
    private static final Duration DURATION = Duration.ofMillis(800);

    @RegisterExtension
    final Rig rig = new Rig();

    private final AtomicBoolean isOver = new AtomicBoolean();

    @EveryTransport
    @DisplayName("L8: threads share a PUSH, and threads share its PULL")
    void pushAndPullAreShared(Transport transport) {
        PullSocket pull = rig.context().pull();
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(SNDHWM, 50);
        pull.set(RCVHWM, 50);
        push.connect(pull.bind(transport.freshEndpoint()));
        run(push, pull);
    }

    @EveryTransport
    @DisplayName("L8: threads share a DEALER, and threads share the ROUTER that sends everything back")
    void dealerAndRouterAreShared(Transport transport) {
        RouterSocket router = rig.context().router();
        router.set(ROUTER_MANDATORY, true);
        DealerSocket dealer = rig.context().dealer();
        dealer.set(LINGER, Duration.ZERO);
        dealer.connect(router.bind(transport.freshEndpoint()));
        // One thread sends back: with more of them two answers might overtake each other between receive and send.
        var echo = rig.start(() -> echo(router));
        run(dealer, dealer);
        Rig.result(echo);
        assertThat(router.drops()).isEmpty();
    }

    private void echo(RouterSocket router) {
        while (!isOver.get()) {
            Message message = router.receive(Rig.MOMENT).orElse(null);
            if (message != null) {
                Rig.send(router, message);
            }
        }
    }

    private void run(Sender sender, Receiver receiver) {
        var ledger = new SequenceLedger(SENDERS);
        long end = System.nanoTime() + DURATION.toNanos();
        List<Future<Integer>> senders = IntStream.range(0, SENDERS)
                .mapToObj(number -> rig.start(() -> sendUntil(end, sender, number)))
                .toList();
        List<Future<?>> receivers = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            var reader = ledger.reader();
            receivers.add(rig.start(() -> receiveInto(reader, receiver)));
        }
        List<Integer> sent = senders.stream().map(Rig::result).toList();
        long all = sent.stream().mapToLong(Integer::longValue).sum();
        Rig.await(
                "everything arrived",
                () -> ledger.count() == all || receivers.stream().anyMatch(Future::isDone));
        isOver.set(true);
        receivers.forEach(Rig::result);
        for (int number = 0; number < SENDERS; number++) {
            assertThat(sent.get(number)).isPositive();
            ledger.expectAll(number, sent.get(number));
        }
    }

    private static int sendUntil(long end, Sender socket, int sender) {
        int number = 0;
        while (System.nanoTime() - end < 0) {
            Rig.send(socket, SequenceLedger.message(sender, number));
            number++;
        }
        return number;
    }

    private void receiveInto(SequenceLedger.Reader reader, Receiver socket) {
        while (!isOver.get()) {
            Message message = socket.receive(Rig.MOMENT).orElse(null);
            if (message != null) {
                reader.take(message);
            }
        }
    }
}
