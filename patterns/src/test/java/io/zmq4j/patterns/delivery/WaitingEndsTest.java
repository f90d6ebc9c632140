package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a call waits for, an interrupt, a close and the context's end end it. */
class WaitingEndsTest {
    private static final Duration FOREVER = Duration.ofSeconds(-1);

    private final Context context = Context.create();
    private final DeliverySender sender = DeliverySender.open(context, it -> it.window(1, 1));
    private final DeliveryReceiver receiver = DeliveryReceiver.open(context);

    private enum Wait {
        RECEIVE {
            @Override
            void run(DeliverySender sender, DeliveryReceiver receiver) {
                receiver.receive();
            }
        },
        SEND {
            @Override
            void run(DeliverySender sender, DeliveryReceiver receiver) {
                sender.send(Message.of("two"));
            }
        },
        FLUSH {
            @Override
            void run(DeliverySender sender, DeliveryReceiver receiver) {
                sender.flush(FOREVER);
            }
        };

        abstract void run(DeliverySender sender, DeliveryReceiver receiver);
    }

    @AfterEach
    void close() {
        sender.close(Duration.ZERO);
        receiver.close();
        context.close(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void byAnInterrupt(Wait wait) throws Exception {
        var waiting = new Waiting(wait);
        waiting.thread.interrupt();
        assertThat(waiting.failure()).isInstanceOf(WaitInterruptedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Wait.class,
            names = {"RECEIVE", "SEND"})
    void byAClose(Wait wait) throws Exception {
        var waiting = new Waiting(wait);
        receiver.close();
        sender.close(Duration.ZERO);
        assertThat(waiting.failure()).isInstanceOf(SocketClosedException.class);
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void byTheContextsEnd(Wait wait) throws Exception {
        sender.bind("inproc://one");
        receiver.bind("inproc://two");
        var waiting = new Waiting(wait);
        context.close(Duration.ZERO);
        assertThat(waiting.failure()).isInstanceOf(SocketClosedException.class);
    }

    private final class Waiting {
        final Thread thread;
        private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

        Waiting(Wait wait) throws InterruptedException {
            sender.send(Message.of("one"));
            thread = new Thread(() -> {
                try {
                    wait.run(sender, receiver);
                    failed.completeExceptionally(new AssertionError("it did not wait"));
                } catch (RuntimeException e) {
                    failed.complete(e);
                }
            });
            thread.start();
            Eventually.becomes(() -> thread.getState() == Thread.State.WAITING);
        }

        Throwable failure() throws Exception {
            return failed.get(20, TimeUnit.SECONDS);
        }
    }
}
