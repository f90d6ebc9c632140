package io.zmq4j.misuse;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application can reach of the modules zmtp and core: the public classes of exported packages. */
final class PublicFace {
    private static final List<ModuleReference> MODULES =
            Stream.of(Context.class, Message.class).map(PublicFace::moduleOf).toList();

    private static final Set<String> EXPORTED = MODULES.stream()
            .flatMap(module -> module.descriptor().exports().stream())
            .map(exports -> exports.source())
            .collect(Collectors.toSet());

    private static final List<Class<?>> CLASSES = MODULES.stream()
            .flatMap(module -> classNames(module).stream())
            .filter(name -> EXPORTED.contains(name.substring(0, name.lastIndexOf('.'))))
            .<Class<?>>map(PublicFace::load)
            .filter(PublicFace::isPublic)
            .toList();

    private PublicFace() {}

    private static ModuleReference moduleOf(Class<?> type) {
        try {
            Path location = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(location).findAll().iterator().next();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> exportedPackages() {
        return EXPORTED;
    }

    static List<Class<?>> classes() {
        return CLASSES;
    }

    private static List<String> classNames(ModuleReference module) {
        try (var reader = module.open();
                var names = reader.list()) {
            return names.filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicFace.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    /** A call an application can make: {@code declared} on an object of {@code type}. */
    record Call(Class<?> type, Executable declared) {
        boolean isStatic() {
            return Modifier.isStatic(declared.getModifiers());
        }

        @Override
        public String toString() {
            return type.getSimpleName() + "." + signature(declared);
        }
    }

    static String signature(Executable declared) {
        String name = declared instanceof Method ? declared.getName() : "new";
        return name
                + Stream.of(declared.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Every call but those that all Java objects, enums and records have. Interfaces that others implement have none. */
    static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Class<?> type : classes()) {
            if (!Modifier.isAbstract(type.getModifiers())) {
                Stream.of(type.getConstructors()).forEach(constructor -> calls.add(new Call(type, constructor)));
            }
            Stream.of(type.getMethods())
                    .filter(method -> isOurs(method) && (!type.isInterface() || isStatic(method)))
                    .filter(method -> !Modifier.isAbstract(type.getModifiers()) || isStatic(method))
                    .sorted(Comparator.comparing(PublicFace::signature))
                    .forEach(method -> calls.add(new Call(type, method)));
        }
        return calls;
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    private static boolean isOurs(Method method) {
        return method.getDeclaringClass().getName().startsWith("io.zmq4j.")
                && !method.isSynthetic()
                && !isGenerated(method)
                && Stream.of(Object.class.getMethods())
                        .noneMatch(general -> general.getName().equals(method.getName())
                                && List.of(general.getParameterTypes()).equals(List.of(method.getParameterTypes())));
    }

    /** {@code values} and {@code valueOf} of an enum. */
    private static boolean isGenerated(Method method) {
        return method.getDeclaringClass().isEnum()
                && isStatic(method)
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
    }
}
