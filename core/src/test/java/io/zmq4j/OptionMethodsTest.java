package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.options.Options;
import io.zmq4j.options.SocketDefaults;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of options is the truth: for each option of a socket type its sockets have one setter and one getter, and no others. */
class OptionMethodsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/zmq4j/options");

    private static final Pattern DOCUMENTED_SETTER =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+default S (\\w+)\\(", Pattern.DOTALL);

    private static final Pattern LINKED = Pattern.compile("\\{@link SocketOptions#(\\w+) ZMQ_");

    static List<SocketType> types() {
        return SocketType.values();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSocketHasAMethodOfEachOfItsOptionsAndNoOther(SocketType type) throws Exception {
        try (var context = Context.create();
                var socket = context.socket(type)) {
            assertThat(methodsOf(socket.getClass())).isEqualTo(expected(SocketOptions.of(type)));
        }
    }

    @Test
    void theDefaultsHaveAMethodOfEveryOption() throws Exception {
        assertThat(methodsOf(SocketDefaults.class)).isEqualTo(expected(SocketOptions.all()));
    }

    /** With another class for the interfaces' parameter, callers could not chain. */
    @ParameterizedTest
    @MethodSource("types")
    void aSetterGivesTheSocketBackUnderItsOwnClass(SocketType type) {
        try (var context = Context.create();
                var socket = context.socket(type)) {
            assertThat(parametersOf(socket.getClass())).containsOnly(socket.getClass());
        }
        assertThat(parametersOf(SocketDefaults.class)).containsOnly(SocketDefaults.class);
    }

    /** Whoever knows libzmq finds its name in the documentation of the method. */
    @Test
    void theDocumentationOfASetterNamesItsOption() throws Exception {
        Set<String> named = new LinkedHashSet<>();
        for (Path source : sources()) {
            Matcher setter = DOCUMENTED_SETTER.matcher(Files.readString(source));
            while (setter.find()) {
                String words =
                        setter.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
                if (words.startsWith("As {@link #" + setter.group(2))) {
                    continue;
                }
                Matcher link = LINKED.matcher(words);
                assertThat(link.find() || words.contains("{@link SocketOptions#SECURITY}"))
                        .as("%s: %s", setter.group(2), words)
                        .isTrue();
                assertThat(words).as(setter.group(2)).contains("default");
                named.add(setter.group(2));
            }
        }
        assertThat(named).hasSameSizeAs(SocketOptions.all());
    }

    @Test
    void aMethodOfAnotherTypeIsNoticed() throws Exception {
        assertThat(methodsOf(PubSocket.class)).isNotEqualTo(expected(SocketOptions.of(SocketType.PUSH)));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Options.java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> expected(List<SocketOption<?>> options) {
        Set<String> expected = new LinkedHashSet<>();
        for (SocketOption<?> option : options) {
            Class<?> value = MethodType.methodType(option.type()).unwrap().returnType();
            expected.add("set " + option + ", " + value.getSimpleName());
            expected.add("get " + option + ", " + value.getSimpleName());
            if (value == byte[].class) {
                expected.add("set " + option + ", String");
            }
        }
        return expected;
    }

    /** What is set and got by the methods that a class has from the interfaces of options. */
    private static Set<String> methodsOf(Class<?> type) throws ReflectiveOperationException {
        Set<String> found = new TreeSet<>();
        Map<String, Set<String>> names = new TreeMap<>();
        for (Method method : type.getMethods()) {
            Class<?> declaring = method.getDeclaringClass();
            if (isOptions(declaring) && !Modifier.isAbstract(method.getModifiers())) {
                String option = playedOn(declaring, method);
                boolean sets = method.getParameterCount() == 1;
                Class<?> value = sets ? method.getParameterTypes()[0] : method.getReturnType();
                assertThat(found.add((sets ? "set " : "get ") + option + ", " + value.getSimpleName()))
                        .as("%s is the only one of its kind", method)
                        .isTrue();
                names.computeIfAbsent(option, other -> new TreeSet<>()).add(method.getName());
            }
        }
        assertThat(names).allSatisfy((option, its) -> assertThat(its).as(option).hasSize(1));
        return found;
    }

    private static boolean isOptions(Class<?> type) {
        return type.isInterface() && Options.class.isAssignableFrom(type);
    }

    /** Calls the method on a stand-in; the name of the option that it sets or gets. */
    private static String playedOn(Class<?> declaring, Method method) throws ReflectiveOperationException {
        List<SocketOption<?>> asked = new ArrayList<>();
        InvocationHandler standIn = (self, called, arguments) -> {
            if (called.isDefault()) {
                return InvocationHandler.invokeDefault(self, called, arguments);
            }
            assertThat(called.getName()).isEqualTo(method.getParameterCount() == 1 ? "set" : "get");
            asked.add((SocketOption<?>) arguments[0]);
            return called.getName().equals("get") ? asked.get(0).defaultValue() : null;
        };
        Object self = Proxy.newProxyInstance(declaring.getClassLoader(), new Class<?>[] {declaring}, standIn);
        Object result = method.invoke(self, arguments(method));
        if (method.getParameterCount() == 1) {
            assertThat(result == self).as("%s gives back its object", method).isTrue();
        }
        assertThat(asked).as("%s", method).hasSize(1);
        return asked.get(0).name();
    }

    private static Object[] arguments(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(type -> type == int.class
                        ? (Object) 1
                        : type == long.class
                                ? (Object) 1L
                                : type == boolean.class ? (Object) true : type == String.class ? "a" : null)
                .toArray();
    }

    /** What the class gives the interfaces of options for their parameter. */
    private static Set<Type> parametersOf(Class<?> type) {
        Set<Type> parameters = new LinkedHashSet<>();
        for (Type each : type.getGenericInterfaces()) {
            if (each instanceof ParameterizedType generic) {
                parameters.add(generic.getActualTypeArguments()[0]);
            }
        }
        return parameters;
    }
}
