package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zmq4j.Context;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.misuse.PublicFace.Call;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public call with null for each argument that may not be null: throws at once a {@link NullPointerException} that
 * names the argument, and changes nothing.
 */
class NullArgumentTest {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    /** What applications call: one null among others. A frame may be called one, whatever the frames are for. */
    private static final Set<String> CHECKED_WITHIN = Set.of("io.zmq4j", "io.zmq4j.message", "io.zmq4j.zmtp");

    @TestFactory
    Stream<DynamicTest> aNullArgumentIsNamedAtOnce() {
        return PublicFace.calls().stream()
                .flatMap(call -> IntStream.range(0, call.declared().getParameterCount())
                        .filter(index -> isChecked(call.declared().getParameters()[index]))
                        .mapToObj(index -> DynamicTest.dynamicTest(
                                call + ", "
                                        + call.declared().getParameters()[index].getName(),
                                () -> assertTimeoutPreemptively(IN_TIME, () -> check(call, index, null)))));
    }

    @TestFactory
    Stream<DynamicTest> aNullAmongOthersIsNamedAtOnce() {
        return PublicFace.calls().stream()
                .filter(call -> CHECKED_WITHIN.contains(call.type().getPackageName()))
                .flatMap(call -> IntStream.range(0, call.declared().getParameterCount())
                        .filter(index -> withNull(call.declared().getParameters()[index]) != null)
                        .mapToObj(index -> DynamicTest.dynamicTest(
                                call + ", in "
                                        + call.declared().getParameters()[index].getName(),
                                () -> assertTimeoutPreemptively(
                                        IN_TIME,
                                        () -> check(
                                                call,
                                                index,
                                                withNull(call.declared().getParameters()[index]))))));
    }

    private static Object withNull(Parameter parameter) {
        Class<?> type = parameter.getType();
        return type.isArray() && !type.getComponentType().isPrimitive()
                ? Array.newInstance(type.getComponentType(), 2)
                : null;
    }

    private static boolean isChecked(Parameter parameter) {
        return !parameter.getType().isPrimitive() && !isNullable(parameter);
    }

    private static boolean isNullable(Parameter parameter) {
        return Stream.of(parameter.getAnnotatedType().getAnnotations())
                .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }

    private static void check(Call call, int index, Object given) throws Exception {
        try (var world = new World()) {
            Parameter[] parameters = call.declared().getParameters();
            Object subject =
                    call.isStatic() || call.declared() instanceof Constructor ? null : world.subject(call.type());
            Object[] arguments = Stream.of(parameters).map(world::argument).toArray();
            arguments[index] = given;
            String before = World.stateOf(subject);

            Throwable thrown = thrownBy(call, subject, arguments);

            assertThat(thrown)
                    .as("%s with null for %s", call, parameters[index].getName())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageMatching("(?s).*\\b" + named(parameters[index], given) + "\\b.*");
            assertThat(World.stateOf(subject)).as("%s after null", call).isEqualTo(before);
            assertThat(world.context.isClosed()).isFalse();
        }
    }

    private static String named(Parameter parameter, Object given) {
        return given == null ? parameter.getName() : "(" + parameter.getName() + "|frames)\\[\\d+\\] is null";
    }

    private static Throwable thrownBy(Call call, Object subject, Object[] arguments) throws Exception {
        try {
            if (call.declared() instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) call.declared()).invoke(subject, arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @Test
    void whatMayBeNullIsKnownFromItsAnnotation() throws Exception {
        Parameter[] parameters = SocketEvent.class.getConstructors()[0].getParameters();
        assertThat(Stream.of(parameters).filter(NullArgumentTest::isChecked).map(Parameter::getName))
                .containsExactly("type", "endpoint", "detail");
    }

    @Test
    void theCallsAreThoseOfAllExportedPackages() {
        assertThat(PublicFace.calls().stream()
                        .map(call -> call.type().getPackageName())
                        .distinct())
                .contains("io.zmq4j", "io.zmq4j.error", "io.zmq4j.event", "io.zmq4j.options")
                .contains(
                        "io.zmq4j.message",
                        "io.zmq4j.zmtp",
                        "io.zmq4j.zmtp.engine",
                        "io.zmq4j.zmtp.mechanism",
                        "io.zmq4j.zmtp.wire");
        assertThat(PublicFace.calls().stream().map(Call::toString))
                .contains("PushSocket.send(Message)", "PushSocket.send(byte[][])", "Context.close(Duration)")
                .contains("Message.wrap(byte[])", "Metadata.new()");
        assertThat(Context.class.getModule().isNamed()).isTrue();
    }
}
