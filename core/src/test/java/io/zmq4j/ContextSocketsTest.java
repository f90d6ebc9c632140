package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.EndpointException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A context's open sockets, for whoever did not open them. */
class ContextSocketsTest {
    private static final long IN_TIME_NANOS = Duration.ofSeconds(30).toNanos();

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    @Test
    void theOpenOnesAreThereAsTheyWereOpened() {
        assertThat(context.sockets()).isEmpty();
        List<Socket> all = SocketType.values().stream().map(context::socket).toList();
        assertThat(context.sockets()).containsExactlyElementsOf(all);

        all.get(1).close();
        assertThat(context.sockets()).doesNotContain(all.get(1)).hasSize(all.size() - 1);

        context.close();
        assertThat(context.sockets()).isEmpty();
    }

    @Test
    void oneThatStillHandsOverIsNotOpen() {
        var push = context.push();
        push.connect("tcp://127.0.0.1:1");
        push.send("waits");
        push.close();

        assertThat(context.sockets()).isEmpty();
    }

    @Test
    void whatTheLibraryOpensForItselfIsNotThere() {
        var pull = context.pull();
        pull.monitor("inproc://monitor", 0xFFFF);
        assertThat(context.sockets()).containsExactly(pull);
    }

    @Test
    void oneThatACallStillWaitsForIsGivenAnewAndIsTheSameSocket() throws Exception {
        Waiting waiting = waiting(context);
        awaitCollected(waiting.face);

        List<Socket> sockets = context.sockets();
        assertThat(sockets).hasSize(1);
        assertThat(sockets.get(0).lastEndpoint()).isEqualTo("inproc://waiting");
        assertThat(context.sockets()).as("once it is made anew").containsExactlyElementsOf(sockets);
        var push = context.push();
        push.connect("inproc://waiting");
        push.send("x");
        assertThat(waiting.call.get(IN_TIME_NANOS, TimeUnit.NANOSECONDS).text()).isEqualTo("x");
        assertThat(sockets.get(0).statistics().traffic().messagesIn()).isEqualTo(1);
    }

    private record Waiting(WeakReference<Socket> face, CompletableFuture<Message> call) {}

    private static Waiting waiting(Context context) {
        var pull = context.pull();
        pull.bind("inproc://waiting");
        return new Waiting(new WeakReference<>(pull), pull.receiveAsync());
    }

    @Test
    void theContextHoldsNone() {
        awaitCollected(opened(context).face);
        long deadline = System.nanoTime() + IN_TIME_NANOS;
        while (!context.sockets().isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            System.gc();
        }
    }

    @Test
    void aContextOfWhichSocketsWereAskedForCanBeLost() {
        Lost lost = lostWithAnOpenSocket();
        var pull = context.pull();
        long deadline = System.nanoTime() + IN_TIME_NANOS;
        while (!canBind(pull, lost.endpoint)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            System.gc();
        }
    }

    private static boolean canBind(PullSocket pull, String endpoint) {
        try {
            pull.bind(endpoint);
            return true;
        } catch (EndpointException e) {
            return false;
        }
    }

    private static Lost lostWithAnOpenSocket() {
        var context = Context.create();
        Lost lost = opened(context);
        assertThat(context.sockets()).hasSize(1);
        awaitCollected(lost.face);
        return lost;
    }

    private record Lost(WeakReference<Socket> face, String endpoint) {}

    private static Lost opened(Context context) {
        var pull = context.pull();
        var lost = new Lost(
                new WeakReference<>(pull), pull.bind("tcp://127.0.0.1:*").uri());
        Reference.reachabilityFence(pull);
        return lost;
    }

    private static void awaitCollected(WeakReference<Socket> face) {
        long deadline = System.nanoTime() + IN_TIME_NANOS;
        while (face.get() != null) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            System.gc();
        }
    }
}
