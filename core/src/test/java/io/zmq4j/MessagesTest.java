package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops and streams over a socket's messages: what they give, and how they end. */
class MessagesTest {
    /** What a loop came to, in a thread of its own. */
    private static final class Looping {
        final List<String> seen = new ArrayList<>();
        final CompletableFuture<Boolean> end = new CompletableFuture<>();
        final Thread thread;

        /** Completes the end with whether the thread's interrupt flag was set, or with what the loop threw. */
        Looping(Consumer<List<String>> loop) {
            thread = new Thread(() -> {
                try {
                    loop.accept(seen);
                    end.complete(Thread.currentThread().isInterrupted());
                } catch (WaitInterruptedException e) {
                    end.complete(Thread.currentThread().isInterrupted());
                } catch (Throwable e) {
                    end.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        boolean awaitEnd() throws Exception {
            return end.get(Pipeline.IN_TIME.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void loop(Receiver receiver, List<String> seen) {
        for (Message message : receiver.messages()) {
            seen.add(message.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://loop", "tcp://127.0.0.1:*"})
    void aLoopGivesEveryMessageUntilItsSocketIsClosed(String endpoint) throws Exception {
        try (var pipeline = new Pipeline(endpoint)) {
            pipeline.send(0, 200);
            var looping = new Looping(seen -> loop(pipeline.pull, seen));
            Pipeline.awaitWaiting(looping.thread);
            pipeline.pull.close();

            assertThat(looping.awaitEnd()).as("interrupted").isFalse();
            assertThat(looping.seen).hasSize(200).startsWith("0", "1").endsWith("199");
        }
    }

    @Test
    void aLoopEndsWithItsContext() throws Exception {
        try (var pipeline = new Pipeline("tcp://127.0.0.1:*")) {
            var looping = new Looping(seen -> loop(pipeline.pull, seen));
            Pipeline.awaitWaiting(looping.thread);
            pipeline.context.close();
            assertThat(looping.awaitEnd()).isFalse();
        }
    }

    @Test
    void aLoopOverAClosedSocketIsNone() {
        try (var pipeline = new Pipeline("inproc://closed")) {
            pipeline.pull.close();
            assertThat(pipeline.pull.messages()).isEmpty();
            assertThat(pipeline.pull.stream()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptEndsAWaitingLoopAndStaysSet(boolean isStream) throws Exception {
        try (var pipeline = new Pipeline("tcp://127.0.0.1:*")) {
            var looping = new Looping(seen -> {
                if (isStream) {
                    pipeline.pull.stream().map(Message::text).forEach(seen::add);
                } else {
                    loop(pipeline.pull, seen);
                }
                throw new AssertionError("the loop ended without an exception");
            });
            Pipeline.awaitWaiting(looping.thread);
            looping.thread.interrupt();
            assertThat(looping.awaitEnd()).as("interrupted").isTrue();
            assertThat(pipeline.pull.isClosed()).isFalse();
        }
    }

    @Test
    void anInterruptEndsALoopThatNeedNotWaitAndLosesNothing() {
        try (var pipeline = new Pipeline("inproc://flood")) {
            pipeline.send(0, 10);
            List<String> seen = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (Message message : pipeline.pull.messages()) {
                            seen.add(message.text());
                            Thread.currentThread().interrupt();
                        }
                    })
                    .isInstanceOf(WaitInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(seen).containsExactly("0");
            assertThat(pipeline.pull.tryReceive()).map(Message::text).contains("1");
        }
    }

    @Test
    void aLoopThatIsLeftHasTakenOnlyWhatItGave() {
        try (var pipeline = new Pipeline("inproc://left")) {
            pipeline.send(0, 10);
            for (Message message : pipeline.pull.messages()) {
                if (message.text().equals("3")) {
                    break;
                }
            }
            assertThat(pipeline.pull.receiveText()).isEqualTo("4");
            assertThat(pipeline.pull.messages().iterator().next().text()).isEqualTo("5");
        }
    }

    @Test
    void anIteratorKeepsWhatItWasAskedAbout() {
        Iterator<Message> messages = new StandIn("a", "b").messages().iterator();
        assertThat(messages.hasNext()).isTrue();
        assertThat(messages.hasNext()).isTrue();
        assertThat(messages.next().text()).isEqualTo("a");
        assertThat(messages.next().text()).isEqualTo("b");
        assertThat(messages.hasNext()).isFalse();
        assertThatThrownBy(messages::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aLoopThrowsAsReceivingDoes() {
        try (var context = Context.create();
                var pull = context.pull();
                var req = context.req()) {
            pull.set(SocketOptions.RCVTIMEO, Duration.ofMillis(1));
            assertThatThrownBy(() -> loop(pull, new ArrayList<>())).isInstanceOf(WaitTimeoutException.class);
            assertThatThrownBy(() -> loop(req, new ArrayList<>())).isInstanceOf(SocketStateException.class);
        }
    }

    @Test
    void aServerIsALoop() throws Exception {
        try (var context = Context.create()) {
            var rep = context.rep();
            var req = context.req();
            req.connect(rep.bind("inproc://server"));
            var looping = new Looping(seen -> {
                for (Message question : rep.messages()) {
                    rep.send(question.text() + "!");
                }
            });
            for (String question : List.of("one", "two")) {
                req.send(question);
                assertThat(req.receive(Pipeline.IN_TIME)).map(Message::text).contains(question + "!");
            }
            rep.close();
            looping.awaitEnd();
        }
    }

    @Test
    void aLimitedStreamTakesNoMoreThanItGives() {
        try (var pipeline = new Pipeline("inproc://limit")) {
            pipeline.send(0, 20);
            assertThat(pipeline.pull.stream().map(Message::text).limit(3)).containsExactly("0", "1", "2");
            assertThat(pipeline.pull.stream().limit(2).map(Message::text).iterator())
                    .toIterable()
                    .containsExactly("3", "4");
            assertThat(pipeline.pull.receiveText()).isEqualTo("5");
        }
    }

    @Test
    void aParallelStreamIsTheSameStream() {
        try (var pipeline = new Pipeline("inproc://parallel")) {
            pipeline.send(0, 20);
            assertThat(pipeline.pull.stream()
                            .parallel()
                            .map(Message::text)
                            .limit(3)
                            .toList())
                    .containsExactly("0", "1", "2");
            assertThat(pipeline.pull.receiveText()).isEqualTo("3");
        }
    }

    @Test
    void takeWhileTakesTheMessageThatEndsIt() {
        try (var pipeline = new Pipeline("inproc://while")) {
            pipeline.send(0, 5);
            assertThat(pipeline.pull.stream().map(Message::text).takeWhile(text -> !text.equals("2")))
                    .containsExactly("0", "1");
            assertThat(pipeline.pull.receiveText()).isEqualTo("3");
        }
    }

    @Test
    void aStreamEndsWithItsSocketAndItsEndLeavesTheSocketOpen() throws Exception {
        try (var pipeline = new Pipeline("tcp://127.0.0.1:*")) {
            pipeline.send(0, 50);
            try (var stream = pipeline.pull.stream()) {
                assertThat(stream.findFirst()).map(Message::text).contains("0");
            }
            var looping = new Looping(
                    seen -> pipeline.pull.stream().map(Message::text).forEach(seen::add));
            Pipeline.awaitWaiting(looping.thread);
            pipeline.pull.close();
            looping.awaitEnd();
            assertThat(looping.seen).hasSize(49).startsWith("1").endsWith("49");
        }
    }

    @Test
    void aStandInForASocketHasThemAsWell() {
        assertThat(new StandIn("a", "b").stream().map(Message::text)).containsExactly("a", "b");
    }
}
