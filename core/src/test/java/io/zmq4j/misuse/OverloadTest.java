package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a program gives to an overloaded method, the compiler knows which one is meant. Apart from null, which has to say of
 * what type it is, and from no frame at all, which no message has.
 */
class OverloadTest {
    @Test
    void noCallIsAmbiguous() {
        List<String> ambiguous = new ArrayList<>();
        for (Class<?> type : PublicFace.classes()) {
            ambiguous.addAll(ambiguousIn(type));
        }
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void whatIsAmbiguousIsNoticed() {
        assertThat(ambiguousIn(Ambiguous.class)).hasSize(2);
    }

    interface Ambiguous {
        void take(Runnable task);

        void take(Comparable<?> other);

        void put(Object first, String second);

        void put(String first, Object second);

        void clear(Message message, Duration timeout);

        void clear(Object value, String text);
    }

    private static List<String> ambiguousIn(Class<?> type) {
        List<String> found = new ArrayList<>();
        List<Method> methods = Stream.of(type.getMethods())
                .filter(method -> !method.isSynthetic() && Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
        for (int i = 0; i < methods.size(); i++) {
            for (Method other : methods.subList(i + 1, methods.size())) {
                if (isAmbiguous(methods.get(i), other)) {
                    found.add(type.getName() + ": " + PublicFace.signature(methods.get(i)) + " or "
                            + PublicFace.signature(other));
                }
            }
        }
        return found;
    }

    private static boolean isAmbiguous(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getParameterCount() == other.getParameterCount()
                && one.isVarArgs() == other.isVarArgs()
                && !areApart(one, other)
                && !isWithin(one, other)
                && !isWithin(other, one);
    }

    /** Whether some argument cannot be of both. That an object is of two interfaces by chance is left aside. */
    private static boolean areApart(Method one, Method other) {
        return IntStream.range(0, one.getParameterCount())
                .anyMatch(i -> areApart(one.getParameterTypes()[i], other.getParameterTypes()[i]));
    }

    private static boolean areApart(Class<?> one, Class<?> other) {
        if (one.isAssignableFrom(other) || other.isAssignableFrom(one)) {
            return false;
        }
        return !(isNumber(one) && isNumber(other)) && !(isFunction(one) && isFunction(other));
    }

    private static boolean isNumber(Class<?> type) {
        return type.isPrimitive() && type != boolean.class;
    }

    /** Whether a lambda may be of it. */
    private static boolean isFunction(Class<?> type) {
        return type.isInterface()
                && Stream.of(type.getMethods())
                                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                .count()
                        == 1;
    }

    /** Whether what one takes, the other takes as well: then the one is chosen. */
    private static boolean isWithin(Method one, Method other) {
        return IntStream.range(0, one.getParameterCount())
                .allMatch(i -> other.getParameterTypes()[i].isAssignableFrom(one.getParameterTypes()[i]));
    }
}
