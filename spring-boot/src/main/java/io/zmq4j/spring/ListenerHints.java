package io.zmq4j.spring;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.ReflectiveProcessor;

/** What a native image must know of a listener's method: that it is called, and the types that Jackson looks into. */
final class ListenerHints implements ReflectiveProcessor {
    private final BindingReflectionHintsRegistrar bindings = new BindingReflectionHintsRegistrar();

    @Override
    public void registerReflectionHints(ReflectionHints hints, AnnotatedElement element) {
        if (element instanceof Method method) {
            hints.registerMethod(method, ExecutableMode.INVOKE);
            for (Type parameter : method.getGenericParameterTypes()) {
                register(hints, parameter);
            }
            register(hints, method.getGenericReturnType());
        }
    }

    private void register(ReflectionHints hints, Type type) {
        boolean isOurs = type instanceof Class<?> plain && plain.getName().startsWith("io.zmq4j.message.");
        if (type != void.class && !isOurs) {
            bindings.registerReflectionHints(hints, type);
        }
    }
}
