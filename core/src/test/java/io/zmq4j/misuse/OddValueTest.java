package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.zmq4j.Socket;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.ZmqException;
import io.zmq4j.misuse.PublicFace.Call;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ShortMessage;
import io.zmq4j.zmtp.wire.Unsigned;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public call with values that are empty, negative or enormous: answers, refuses with a documented exception and a
 * sentence of bearable length, or waits until it is interrupted. Whatever it does, the object can still be used.
 */
class OddValueTest {
    private static final int AT_ONCE_MILLIS = 20;
    private static final int IN_TIME_SECONDS = 30;

    private static final String ENORMOUS = "x".repeat(1_000_000);

    private static final Map<Class<?>, List<Object>> ODD = Map.of(
            int.class,
            List.of(-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            long.class,
            List.of(-1L, 0L, Long.MIN_VALUE, Long.MAX_VALUE),
            Duration.class,
            List.of(
                    Duration.ofMillis(-1),
                    Duration.ZERO,
                    Duration.ofNanos(1),
                    Duration.ofSeconds(Long.MIN_VALUE),
                    Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
            String.class,
            List.of(
                    "",
                    " ",
                    "\0",
                    "://",
                    "inproc://",
                    "\uD800",
                    "9".repeat(1_000_000),
                    ENORMOUS,
                    "inproc://" + ENORMOUS),
            byte[].class,
            List.of(new byte[0], new byte[1], new byte[1_000_000]),
            byte[][].class,
            List.of(new byte[0][], new byte[10_000][1]),
            String[].class,
            List.of(new String[0], new String[] {ENORMOUS}),
            List.class,
            List.of(List.of()));

    private static final List<Class<? extends Throwable>> DOCUMENTED = List.of(
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            IllegalStateException.class,
            ZmqException.class,
            ProtocolException.class);

    @TestFactory
    Stream<DynamicTest> anOddValueIsAnsweredOrRefused() {
        // What all types inherit is called on one of them.
        Set<Executable> called = new HashSet<>();
        return PublicFace.calls().stream()
                .filter(call -> called.add(call.declared()))
                .flatMap(call -> IntStream.range(0, call.declared().getParameterCount())
                        .boxed()
                        .flatMap(index -> oddValues(call, index)));
    }

    private static Stream<DynamicTest> oddValues(Call call, int index) {
        Parameter parameter = call.declared().getParameters()[index];
        return ODD.getOrDefault(parameter.getType(), List.of()).stream()
                .filter(value -> !isUnchecked(call) && !isAsMuchMemoryAsAsked(call, value))
                .map(value -> {
                    String name = "%s, %s = %s".formatted(call, parameter.getName(), shown(value));
                    return DynamicTest.dynamicTest(name, () -> check(call, index, value, name));
                });
    }

    /** Arithmetic on positions that the caller has checked, in the innermost loops. */
    private static boolean isUnchecked(Call call) {
        return call.type() == Unsigned.class || call.type() == ShortMessage.class;
    }

    /** The caller gets what it asks for, be it more than there is. */
    private static boolean isAsMuchMemoryAsAsked(Call call, Object value) {
        return call.type() == Outgoing.class && value.equals(Integer.MAX_VALUE);
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes
                ? bytes.length + " bytes"
                : value instanceof Object[] many ? many.length + " elements" : String.valueOf(value);
        return text.length() > 40 ? text.length() + " characters" : text.replace('\0', '0');
    }

    private static void check(Call call, int index, Object value, String name) throws Exception {
        try (var world = new World()) {
            Object subject =
                    call.isStatic() || call.declared() instanceof Constructor ? null : world.subject(call.type());
            Object[] arguments = Stream.of(call.declared().getParameters())
                    .map(world::argument)
                    .toArray();
            arguments[index] = value;

            Throwable thrown = resultOf(call, subject, arguments);

            if (thrown != null) {
                assertThat(DOCUMENTED).as("%s: %s", name, thrown).anyMatch(kind -> kind.isInstance(thrown));
                assertThat(thrown.getMessage()).as(name).isNotBlank().hasSizeLessThan(2_000);
            }
            assertThat(world.context.isClosed())
                    .isEqualTo(PublicFace.signature(call.declared()).startsWith("close("));
            if (subject instanceof Socket socket && !socket.isClosed()) {
                assertThatCode(() -> socket.bind(world.freshPlace(socket)))
                        .as(name)
                        .doesNotThrowAnyException();
            }
        }
    }

    /** What it throws, or null; a call that waits is interrupted, which is right if it says so. */
    private static Throwable resultOf(Call call, Object subject, Object[] arguments) throws Exception {
        var outcome = new CompletableFuture<Throwable>();
        var caller = new Thread(() -> outcome.complete(thrownBy(call, subject, arguments)), "caller");
        caller.setDaemon(true);
        caller.start();
        try {
            return outcome.get(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            caller.interrupt();
            Throwable thrown = outcome.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
            return thrown instanceof WaitInterruptedException ? null : thrown;
        }
    }

    private static Throwable thrownBy(Call call, Object subject, Object[] arguments) {
        try {
            if (call.declared() instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) call.declared()).invoke(subject, arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }
}
