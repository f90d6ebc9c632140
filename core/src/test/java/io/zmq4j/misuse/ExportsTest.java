package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public signatures name nothing that an application cannot reach. */
class ExportsTest {
    @Test
    void whatSignaturesNameIsExported() {
        Set<String> hidden = new TreeSet<>();
        for (Class<?> type : PublicFace.classes()) {
            note(hidden, type, type.getGenericSuperclass());
            note(hidden, type, type.getGenericInterfaces());
            for (Executable each : type.getDeclaredConstructors()) {
                noteSignature(hidden, type, each);
            }
            for (Method each : type.getDeclaredMethods()) {
                noteSignature(hidden, type, each);
                note(hidden, type, isVisible(each.getModifiers()) ? each.getGenericReturnType() : null);
            }
            for (Field each : type.getDeclaredFields()) {
                note(hidden, type, isVisible(each.getModifiers()) ? each.getGenericType() : null);
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void whatIsHiddenIsNoticed() throws Exception {
        Set<String> hidden = new TreeSet<>();
        noteSignature(hidden, Hiding.class, Hiding.class.getMethod("take", java.util.List.class));
        assertThat(hidden).singleElement().asString().contains("io.zmq4j.socket.SocketCore");
    }

    interface Hiding {
        void take(java.util.List<? extends io.zmq4j.socket.SocketCore[]> sockets);
    }

    private static void noteSignature(Set<String> hidden, Class<?> where, Executable executable) {
        if (isVisible(executable.getModifiers())) {
            note(hidden, where, executable.getGenericParameterTypes());
            note(hidden, where, executable.getGenericExceptionTypes());
        }
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void note(Set<String> hidden, Class<?> where, Type... types) {
        for (Type type : types) {
            if (type instanceof ParameterizedType generic) {
                note(hidden, where, generic.getRawType());
                note(hidden, where, generic.getActualTypeArguments());
            } else if (type instanceof GenericArrayType array) {
                note(hidden, where, array.getGenericComponentType());
            } else if (type instanceof WildcardType wildcard) {
                note(hidden, where, wildcard.getUpperBounds());
                note(hidden, where, wildcard.getLowerBounds());
            } else if (type instanceof TypeVariable<?> variable) {
                Stream.of(variable.getBounds())
                        .filter(Class.class::isInstance)
                        .forEach(bound -> note(hidden, where, bound));
            } else if (type instanceof Class<?> named && !isReachable(named)) {
                hidden.add(where.getName() + " names " + named.getName());
            }
        }
    }

    private static boolean isReachable(Class<?> type) {
        return type.isArray()
                ? isReachable(type.getComponentType())
                : type.isPrimitive()
                        || type.getPackageName().startsWith("java.")
                        // Of a JVM that has JMX, which is one that has MBeans.
                        || type.getPackageName().equals("javax.management")
                        || (PublicFace.exportedPackages().contains(type.getPackageName())
                                && PublicFace.classes().contains(type));
    }
}
