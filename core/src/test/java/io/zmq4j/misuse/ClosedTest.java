package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zmq4j.Context;
import io.zmq4j.Poller;
import io.zmq4j.Socket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.misuse.PublicFace.Call;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public call on what is closed: says so at once, unless it only asks what there was. */
class ClosedTest {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    /** Asked for after the end as well. */
    private static final Set<String> ANSWERED = Set.of(
            "type()",
            "name()",
            "lastEndpoint()",
            "get(SocketOption)",
            "peerCount()",
            "drops()",
            "statistics()",
            "outstanding()",
            "maxOutstanding()",
            "snapshot()",
            "sockets()",
            "isClosed()",
            "shutdown()",
            // Loops that end at once, and what is asked for messages later.
            "messages()",
            "stream()",
            "onMessage(MessageHandler)",
            "onMessage(MessageHandler, BiConsumer)",
            "publisher()",
            "subscriber(int)",
            // Views.
            "sending(Codec)",
            "receiving(Codec)",
            "close()",
            "close(Duration)");

    @TestFactory
    Stream<DynamicTest> aClosedSocketSaysSo() {
        return calls(Socket.class).map(call -> test(call, (world, subject) -> ((Socket) subject).close()));
    }

    @TestFactory
    Stream<DynamicTest> aSocketOfAClosedContextSaysSo() {
        // What all types inherit is called on one of them.
        Set<Executable> called = new HashSet<>();
        return calls(Socket.class)
                .filter(call -> called.add(call.declared()))
                .map(call -> test(call, (world, subject) -> world.context.close()));
    }

    @TestFactory
    Stream<DynamicTest> aClosedContextSaysSo() {
        return calls(Context.class)
                .filter(call -> !PublicFace.signature(call.declared()).equals("poller()"))
                .map(call -> test(call, (world, subject) -> world.context.close()));
    }

    private static Stream<Call> calls(Class<?> type) {
        return PublicFace.calls().stream().filter(call -> type.isAssignableFrom(call.type()) && !call.isStatic());
    }

    private interface Ending {
        void end(World world, Object subject);
    }

    private static DynamicTest test(Call call, Ending ending) {
        return DynamicTest.dynamicTest(
                call.toString(), () -> assertTimeoutPreemptively(IN_TIME, () -> check(call, ending)));
    }

    private static void check(Call call, Ending ending) throws Exception {
        try (var world = new World()) {
            Object subject = world.subject(call.type());
            Object[] arguments = Stream.of(call.declared().getParameters())
                    .map(world::argument)
                    .toArray();
            ending.end(world, subject);
            String before = World.stateOf(subject);

            Throwable thrown = thrownBy(call, subject, arguments);

            if (isAnswered(call.declared())) {
                assertThat(thrown).as("%s", call).isNull();
            } else {
                assertThat(thrown)
                        .as("%s", call)
                        .isInstanceOf(SocketClosedException.class)
                        .hasMessageContaining("closed");
            }
            assertThat(World.stateOf(subject)).isEqualTo(before);
        }
    }

    private static boolean isAnswered(Executable declared) {
        boolean isValueOfAnOption = declared.getParameterCount() == 0
                && declared.getDeclaringClass().getPackageName().equals("io.zmq4j.options");
        // Of a context it opens a socket.
        boolean opens = declared.getDeclaringClass() == Context.class
                && PublicFace.signature(declared).equals("stream()");
        return !opens && (isValueOfAnOption || ANSWERED.contains(PublicFace.signature(declared)));
    }

    private static Throwable thrownBy(Call call, Object subject, Object[] arguments) throws Exception {
        try {
            Object result = ((Method) call.declared()).invoke(subject, arguments);
            if (result instanceof CompletionStage<?> future) {
                future.toCompletableFuture().get();
            }
            return null;
        } catch (InvocationTargetException | ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof RequestFailedException failed && failed.reason() == Reason.CLOSED
                    ? failed.getCause()
                    : cause;
        }
    }

    @Test
    void aClosedPollerIsOver() {
        assertTimeoutPreemptively(IN_TIME, () -> pollAfter((context, poller) -> poller.close()));
    }

    @Test
    void aPollerOfAClosedContextIsOver() {
        assertTimeoutPreemptively(IN_TIME, () -> pollAfter((context, poller) -> context.close()));
    }

    private static void pollAfter(BiConsumer<Context, Poller> end) {
        try (var world = new World()) {
            Poller poller = world.context.poller();
            Poller.Item item = poller.onReadable(world.context.pull());
            end.accept(world.context, poller);
            assertThat(poller.poll()).isFalse();
            assertThat(item.isReady()).isFalse();
            item.remove();
            poller.close();
        }
    }
}
