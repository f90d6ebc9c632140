package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets as publishers and subscribers: which messages are taken, and where those are that are not. */
class FlowTest {
    /** Asks for what it is told to ask for. */
    private static class Asking implements Flow.Subscriber<Message> {
        final List<String> seen = new CopyOnWriteArrayList<>();
        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        final CompletableFuture<Void> end = new CompletableFuture<>();

        void request(long messages) {
            subscription.join().request(messages);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(Message message) {
            seen.add(message.text());
        }

        @Override
        public void onError(Throwable reason) {
            end.completeExceptionally(reason);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }

        void awaitSeen(int count) {
            Pipeline.awaitUntil(count + " messages are seen", () -> seen.size() >= count);
        }

        Throwable awaitEnd() throws Exception {
            return end.handle((nothing, reason) -> reason).get(Pipeline.IN_TIME.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static long taken(PullSocket pull) {
        Traffic traffic = pull.statistics().traffic();
        return traffic.messagesIn() - traffic.queuedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://demand", "tcp://127.0.0.1:*"})
    void onlyWhatIsAskedForIsTaken(String endpoint) throws Exception {
        try (var pipeline = new Pipeline(endpoint)) {
            pipeline.send(0, 20);
            var asking = new Asking();
            pipeline.pull.publisher().subscribe(asking);
            asking.request(3);
            asking.awaitSeen(3);
            asking.request(2);
            asking.awaitSeen(5);
            assertThat(pipeline.pull.receiveText()).isEqualTo("5");

            asking.request(Long.MAX_VALUE);
            asking.request(Long.MAX_VALUE);
            asking.awaitSeen(19);
            pipeline.send(20, 22);
            asking.awaitSeen(21);
            assertThat(asking.seen).doesNotContain("5").startsWith("0", "1").endsWith("20", "21");
            pipeline.pull.close();
            assertThat(asking.awaitEnd()).isNull();
        }
    }

    @Test
    void eachMessageGoesToOneSubscriber() {
        try (var pipeline = new Pipeline("inproc://shared")) {
            var one = new Asking();
            var other = new Asking();
            Flow.Publisher<Message> publisher = pipeline.pull.publisher();
            publisher.subscribe(one);
            publisher.subscribe(other);
            one.request(100);
            other.request(100);
            pipeline.send(0, 100);
            Pipeline.awaitUntil("all are seen", () -> one.seen.size() + other.seen.size() == 100);
            Set<String> seen = new HashSet<>(one.seen);
            seen.addAll(other.seen);
            assertThat(seen).hasSize(100);
        }
    }

    @Test
    void whenItIsCancelledNoMessageIsLost() throws Exception {
        try (var pipeline = new Pipeline("inproc://cancelled")) {
            var sending = new Thread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    pipeline.push.send(Integer.toString(i));
                }
            });
            sending.start();
            List<Asking> all = new ArrayList<>();
            Set<String> received = new HashSet<>();
            for (int round = 0; round < 200; round++) {
                var asking = new Asking();
                all.add(asking);
                pipeline.pull.publisher().subscribe(asking);
                asking.request(10);
                Thread.yield();
                asking.subscription.join().cancel();
            }
            // One that came in the moment of a cancel is still delivered, be it a little later.
            Pipeline.awaitUntil("all are seen, or received", () -> {
                pipeline.pull.tryReceive().map(Message::text).ifPresent(received::add);
                all.forEach(asking -> received.addAll(asking.seen));
                return received.size() == 1_000;
            });
        }
    }

    @Test
    void aCancelledSubscriberLeavesTheMessagesToOthers() {
        try (var pipeline = new Pipeline("inproc://left")) {
            var asking = new Asking();
            pipeline.pull.publisher().subscribe(asking);
            asking.request(10);
            pipeline.send(0, 1);
            asking.awaitSeen(1);
            asking.subscription.join().cancel();
            asking.request(5);
            var next = pipeline.pull.receiveAsync();
            // The cancel is carried out by a worker: until then it is first in the line.
            int sent = 1;
            while (!next.isDone()) {
                pipeline.send(sent, sent + 1);
                sent++;
                Pipeline.awaitUntil(
                        "it is taken",
                        () -> taken(pipeline.pull)
                                == pipeline.pull.statistics().traffic().messagesIn());
            }
            int all = sent;
            // One that it took before is still on its way to it.
            Pipeline.awaitUntil("each message is somebody's", () -> asking.seen.size() + 1 == all);
        }
    }

    @Test
    void aSubscriberThatThrowsGetsNothingMore() {
        try (var pipeline = new Pipeline("inproc://throws")) {
            var asking = new Asking() {
                @Override
                public void onNext(Message message) {
                    super.onNext(message);
                    throw new IllegalStateException("cannot");
                }
            };
            pipeline.send(0, 3);
            pipeline.pull.publisher().subscribe(asking);
            asking.request(3);
            asking.awaitSeen(1);
            assertThat(pipeline.pull.receiveText()).isEqualTo("1");
            assertThat(pipeline.pull.receiveText()).isEqualTo("2");
            assertThat(asking.seen).containsExactly("0");
        }
    }

    @Test
    void whatReceivingFailsWithIsTold() throws Exception {
        try (var context = Context.create();
                var req = context.req()) {
            var asking = new Asking();
            req.publisher().subscribe(asking);
            asking.request(1);
            assertThat(asking.awaitEnd()).isInstanceOf(SocketStateException.class);
        }
    }

    @Test
    void lessThanOneMessageIsNoRequest() throws Exception {
        try (var pipeline = new Pipeline("inproc://refused")) {
            var asking = new Asking();
            pipeline.pull.publisher().subscribe(asking);
            asking.request(5);
            asking.request(-7);
            assertThat(asking.awaitEnd())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-7");
            pipeline.send(0, 1);
            assertThat(pipeline.pull.receiveText()).isEqualTo("0");
        }
    }

    @Test
    void aClosedSocketIsAnEmptyPublisher() throws Exception {
        try (var pipeline = new Pipeline("inproc://over")) {
            pipeline.context.close();
            var asking = new Asking();
            pipeline.pull.publisher().subscribe(asking);
            asking.request(1);
            assertThat(asking.awaitEnd()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc", "tcp"})
    void fromSocketToSocketEverythingComesInOrder(String transport) {
        boolean isTcp = transport.equals("tcp");
        try (var in = new Pipeline(isTcp ? "tcp://127.0.0.1:*" : "inproc://in");
                var out = new Pipeline(isTcp ? "tcp://127.0.0.1:*" : "inproc://out")) {
            out.push.set(SocketOptions.SNDHWM, 4);
            out.pull.set(SocketOptions.RCVHWM, 4);
            in.pull.publisher().subscribe(out.push.subscriber(8));
            var sending = new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    in.push.send(Integer.toString(i));
                }
            });
            sending.start();
            for (int i = 0; i < 5_000; i++) {
                assertThat(out.pull.receive(Pipeline.IN_TIME))
                        .map(Message::text)
                        .contains(Integer.toString(i));
            }
        }
    }

    @Test
    void noMoreIsTakenThanTheWindowWhileThePeersTakeNothing() {
        try (var in = new Pipeline("inproc://in");
                var push = in.context.push();
                var pull = in.context.pull()) {
            in.send(0, 100);
            in.pull.publisher().subscribe(push.subscriber(7));
            Pipeline.awaitUntil("the window is full", () -> taken(in.pull) == 7);
            assertThat(in.pull.receiveText()).isEqualTo("7");
            push.connect(pull.bind("inproc://late"));
            for (int i = 0; i < 100; i++) {
                if (i != 7) {
                    assertThat(pull.receive(Pipeline.IN_TIME))
                            .map(Message::text)
                            .contains(Integer.toString(i));
                }
            }
        }
    }

    @Test
    void aSenderThatIsClosedAsksForNothingMore() {
        try (var in = new Pipeline("inproc://in")) {
            var push = in.context.push();
            in.send(0, 10);
            in.pull.publisher().subscribe(push.subscriber(2));
            Pipeline.awaitUntil("the window is full", () -> taken(in.pull) == 2);
            push.close();
            // Cancelled, so that another receiver gets the rest.
            assertThat(in.pull.receiveText()).isEqualTo("2");
            in.send(10, 11);
            assertThat(in.pull.stream().map(Message::text).limit(8).toList()).endsWith("9", "10");
        }
    }

    @Test
    void aSubscriberIsOfOnePublisher() {
        try (var pipeline = new Pipeline("inproc://one")) {
            Flow.Subscriber<Message> subscriber = pipeline.push.subscriber(1);
            pipeline.context.pair().publisher().subscribe(subscriber);
            var cancelled = new CompletableFuture<Void>();
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long messages) {
                    throw new AssertionError("it is not to be asked");
                }

                @Override
                public void cancel() {
                    cancelled.complete(null);
                }
            });
            assertThat(cancelled).isCompleted();
        }
    }

    @Test
    void theWindowIsSomeMessages() {
        try (var context = Context.create();
                var push = context.push()) {
            for (int window : new int[] {0, -1, 100_001}) {
                assertThatThrownBy(() -> push.subscriber(window))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("window is " + window);
            }
        }
    }
}
