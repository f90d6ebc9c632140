package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.misuse.PublicFace.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may be null is announced, short, and has a reason; everything else is never null. */
class NullReturnTest {
    private static final int AT_ONCE_MILLIS = 20;
    private static final int IN_TIME_SECONDS = 30;

    private static final Map<String, Set<String>> BY_REASON = Map.of(
            "it is the application's own function, and a codec refuses its null",
            Set.of("Decoder.decode"),
            "a record's field, whose Javadoc says over which transport, or at which event, there is none",
            Set.of(
                    "Peer.address",
                    "Peer.type",
                    "Peer.version",
                    "Peer.mechanism",
                    "Peer.userId",
                    "PeerInfo.mechanism",
                    "PeerInfo.socketType",
                    "PeerInfo.userId",
                    "PeerInfo.version",
                    "PeerStatistics.address",
                    "PeerStatistics.mechanism",
                    "PeerStatistics.type",
                    "SocketEvent.peer",
                    "SocketEvent.reason"),
            "a record's field, whose Javadoc says when there is nothing of the kind",
            Set.of("EndpointSnapshot.lastError", "EndpointSnapshot.nextTry", "Finding.where"),
            "asked of an engine for each message or buffer, where an Optional would be an object each time",
            Set.of(
                    "Engine.begun",
                    "RawEngine.begun",
                    "ZmtpEngine.begun",
                    "FrameReader.read",
                    "FrameReader.readBody",
                    "MessageSource.poll",
                    "LinkHost.peek"),
            "for those who write a transport: one that leaves nothing open has the endpoint's own text",
            Set.of("Link.endpoint"),
            "for those who write a mechanism: a step has one of these, a peer sends some of its properties",
            Set.of("Step.ask", "Step.peer", "Step.seal", "Metadata.value"));

    @Test
    void whatMayBeNullHasAReason() {
        assertThat(PublicFace.classes().stream()
                        .flatMap(type -> Stream.of(type.getMethods()))
                        .filter(method -> method.getDeclaringClass().getName().startsWith("io.zmq4j."))
                        .filter(NullReturnTest::mayBeNull)
                        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        BY_REASON.values().stream().flatMap(Set::stream).toList());
    }

    private static boolean mayBeNull(Method method) {
        return Stream.of(method.getAnnotatedReturnType().getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotAnnouncedIsNotNull() {
        return PublicFace.calls().stream()
                .filter(call -> !Throwable.class.isAssignableFrom(call.type()))
                .filter(call -> call.declared() instanceof Method method
                        && !method.getReturnType().isPrimitive()
                        && !mayBeNull(method))
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> check(call)));
    }

    private static void check(Call call) throws Exception {
        try (var world = new World()) {
            Object subject = call.isStatic() ? null : world.subject(call.type());
            Object[] arguments = Stream.of(call.declared().getParameters())
                    .map(world::argument)
                    .toArray();
            var outcome = new CompletableFuture<Object>();
            var caller = new Thread(() -> outcome.complete(resultOf((Method) call.declared(), subject, arguments)));
            caller.setDaemon(true);
            caller.start();
            assertThat(inTime(outcome, caller)).as("%s", call).isNotNull();
        }
    }

    /** A call that waits is interrupted, and says so. */
    private static Object inTime(CompletableFuture<Object> outcome, Thread caller) throws Exception {
        try {
            return outcome.get(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            caller.interrupt();
            return outcome.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What it gives, or throws. */
    private static Object resultOf(Method method, Object subject, Object[] arguments) {
        try {
            return method.invoke(subject, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            return e;
        }
    }
}
