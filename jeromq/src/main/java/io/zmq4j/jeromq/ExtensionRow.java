package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zmq.Options;

/**
 * What JeroMQ lets replace within its own machine: a class, or an object of it, which may be named by a text. Kept and given back.
 *
 * @param ofClass keeps a class; null if an object is kept
 * @param ofObject keeps an object; null if a class is kept
 */
record ExtensionRow<T>(
        Class<T> type,
        Function<Options, @Nullable Object> getter,
        @Nullable BiConsumer<Options, Class<? extends T>> ofClass,
        @Nullable BiConsumer<Options, T> ofObject)
        implements OptionRow {
    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        return getter.apply(kept);
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        try {
            Object given = value instanceof String name ? Class.forName(name) : value;
            if (ofClass != null && given instanceof Class<?> found) {
                ofClass.accept(kept, found.asSubclass(type));
                return true;
            }
            if (ofObject != null) {
                Object object = given instanceof Class<?> found
                        ? found.getDeclaredConstructor().newInstance()
                        : given;
                if (type.isInstance(object)) {
                    ofObject.accept(kept, type.cast(object));
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(value + " cannot be used as a " + type.getSimpleName(), e);
        }
    }
}
