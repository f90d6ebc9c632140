package io.zmq4j.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zmq4j.Handler;
import io.zmq4j.message.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A null is told by the name of the argument, whatever is called. */
class NullArgumentTest {
    private static final List<AutoCloseable> SUBJECTS = List.of(
            FaultProxy.to("tcp://127.0.0.1:1"), Peer.tcp(), new TestBed(), new FakeSender(), new FakeReceiver());

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable subject : SUBJECTS) {
            subject.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPublicMethod() {
        List<DynamicTest> tests = new ArrayList<>();
        for (AutoCloseable subject : SUBJECTS) {
            for (Method method : subject.getClass().getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    addTests(tests, subject, method);
                }
            }
        }
        return tests.stream();
    }

    private static void addTests(List<DynamicTest> tests, Object subject, Method method) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            int at = i;
            if (!parameters[at].getType().isPrimitive()) {
                tests.add(DynamicTest.dynamicTest(method + ": " + parameters[at].getName(), () -> {
                    Throwable error = catchThrowable(() -> call(subject, method, at));
                    assertThat(error)
                            .isInstanceOf(NullPointerException.class)
                            .hasMessageStartingWith(parameters[at].getName());
                }));
            }
        }
    }

    private static void call(Object subject, Method method, int nullAt) throws Throwable {
        var arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == nullAt ? null : value(method.getParameterTypes()[i]);
        }
        try {
            method.invoke(subject, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object value(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == String.class) {
            return "text";
        }
        if (type == FaultProxy.Direction.class) {
            return FaultProxy.Direction.TO_CLIENT;
        }
        if (type == Handler.class) {
            return (Handler) request -> request;
        }
        assertThat(type).isEqualTo(Message.class);
        return Message.of("message");
    }
}
